package com.siacapp.keys.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * A secret only its holder knows: 256 random bits in base64url. We keep its {@link #hash} alone, and the only place that
 * draws randomness for secrets is here (OAuth 2.1 §7.7: a guess succeeds with a chance of at most 2^-160).
 */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A short secret that a person can read and type: so many letters of this alphabet, each as likely as any other. */
    public static String spelled(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    /** SHA-256 in base64url. Enough for a secret of full entropy: there is nothing to guess that salt would protect. */
    public String hash() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(value));
    }

    /** Whether this is the secret of that hash, in constant time. */
    public boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Never the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
