package com.siacapp.grants.entity;

import com.siacapp.keys.entity.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** A PKCE challenge, S256 only (RFC 7636 §4.2; ASVS 10.4.6 forbids plain). */
public record CodeChallenge(String value) {

    /** SHA-256 in base64url is 43 characters. */
    private static final Pattern S256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** RFC 7636 §4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    public static Optional<CodeChallenge> parse(String text) {
        return Optional.of(text).filter(S256.asMatchPredicate()).map(CodeChallenge::new);
    }

    /** Whether this verifier is the one the challenge was made from, in constant time (RFC 7636 §4.6). */
    public boolean isMetBy(String verifier) {
        return VERIFIER.matcher(verifier).matches() && new Secret(verifier).hasHash(value);
    }
}
