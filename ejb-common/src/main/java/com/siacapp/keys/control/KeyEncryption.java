package com.siacapp.keys.control;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.siacapp.installation.entity.InvalidSettingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What the installation's encryption key protects: private keys at rest, and whatever derives a key of its own from it. */
@ApplicationScoped
public class KeyEncryption {

    private final SecretKey key = KeySettings.ENCRYPTION_KEY.value();

    /** A compact JWE (RFC 7516) with direct AES-256-GCM. */
    public String encrypt(String plain) {
        try {
            var jwe = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(plain));
            jwe.encrypt(new DirectEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("AES-256-GCM is not available", impossible);
        }
    }

    public String decrypt(String jwe) {
        try {
            var parsed = JWEObject.parse(jwe);
            parsed.decrypt(new DirectDecrypter(key));
            return parsed.getPayload().toString();
        } catch (ParseException | JOSEException refused) {
            throw new InvalidSettingException(
                    "SIAC_ENCRYPTION_KEY is not the key that this database's keys were encrypted with.", refused);
        }
    }

    /** A key for one purpose, which tells nothing about the others: HMAC-SHA256 of the purpose. */
    public SecretKey derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
