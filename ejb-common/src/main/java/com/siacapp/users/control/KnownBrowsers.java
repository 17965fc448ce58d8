package com.siacapp.users.control;

import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Browsers in which a person once signed in rightly carry a proof of it: a random name and an HMAC over name and e-mail.
 * It signs nobody in. It only gives the browser a count of failures of its own, so that strangers who guess the person's
 * password do not make the person wait. Nothing is stored.
 */
@ApplicationScoped
public class KnownBrowsers {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 200;

    @Inject
    KeyRing keys;

    /** A proof for the browser in which this person just signed in. */
    public Secret proofFor(String email) {
        var name = Secret.random().value();
        return new Secret(name + "." + hmac(name, email));
    }

    /** The browser's name, if this person signed in with it before. */
    public Optional<String> nameIn(Secret proof, String email) {
        var parts = proof.value().split("\\.", 2);
        if (parts.length < 2 || proof.value().length() > LONGEST) {
            return Optional.empty();
        }
        return isEqual(hmac(parts[0], email), parts[1]) ? Optional.of(parts[0]) : Optional.empty();
    }

    private String hmac(String name, String email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.derive("known browsers"));
            var text = name + "\n" + User.canonicalEmail(email);
            return BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    private static boolean isEqual(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
