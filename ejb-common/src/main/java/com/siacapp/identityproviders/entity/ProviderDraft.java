package com.siacapp.identityproviders.entity;

import com.siacapp.clients.entity.DocumentUrl;
import java.util.Optional;

/**
 * What an administrator typed about their identity provider.
 *
 * @param jwks its public keys by value; empty when they are at an address
 * @param jwksUri the address of its public keys; empty when they are given by value
 */
public record ProviderDraft(String issuer, String jwks, String jwksUri) {

    public static final ProviderDraft EMPTY = new ProviderDraft("", "", "");

    private static final int LONGEST_ISSUER = 1000;

    public ProviderDraft {
        issuer = issuer.strip();
        jwks = jwks.strip();
        jwksUri = jwksUri.strip();
    }

    /** What is wrong with it. */
    public enum Problem {
        ISSUER,
        /** Another company has it: an issuer speaks for one company. */
        ISSUER_TAKEN,
        KEYS
    }

    /** The issuer, if it is the https address of a host on the internet (RFC 8414 §2): it may end in a slash. */
    public Optional<String> validIssuer() {
        var path = issuer.endsWith("/") ? issuer : issuer + "/";
        return Optional.of(issuer)
                .filter(text -> text.length() <= LONGEST_ISSUER && !text.contains("?"))
                .filter(text -> DocumentUrl.parse(path + "x").isPresent());
    }
}
