package com.siacapp.keys.entity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes texts that others carry for us and can neither read nor change: a compact JWE (RFC 7516) with direct AES-256-GCM.
 *
 * <p>What such a text is good for, for whom and until when, its owner writes into it and checks. One seal has one purpose,
 * so that no text passes for another kind.
 */
public final class Seal {

    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    /** How every text of ours begins. Nobody else chooses the algorithm (RFC 8725 §3.1). */
    private static final String BEGINNING = HEADER.toBase64URL() + "..";

    private final SecretKey key;

    /** @param derived 32 bytes that serve this purpose only, as of {@code KeyRing.derive} */
    public Seal(SecretKey derived) {
        key = new SecretKeySpec(derived.getEncoded(), "AES");
    }

    public String seal(String content) {
        try {
            var jwe = new JWEObject(HEADER, new Payload(content));
            jwe.encrypt(new DirectEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("AES-256-GCM is not available", impossible);
        }
    }

    /** The content, if this seal made the text. */
    public Optional<String> open(String sealed) {
        if (!sealed.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        try {
            var jwe = JWEObject.parse(sealed);
            jwe.decrypt(new DirectDecrypter(key));
            return Optional.of(jwe.getPayload().toString());
        } catch (ParseException | JOSEException foreign) {
            return Optional.empty();
        }
    }
}
