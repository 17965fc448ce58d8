package com.siacapp.identityproviders.entity;

import com.siacapp.clients.entity.DocumentUrl;
import java.util.Optional;

/**
 * What an administrator typed about their identity provider.
 *
 * @param tenant the company as the issuer calls it; empty when the issuer signs for this company alone
 * @param jwks its public keys by value; empty when they are at an address
 * @param jwksUri the address of its public keys; empty when they are given by value
 */
public record ProviderDraft(String issuer, String tenant, String jwks, String jwksUri) {

    public static final ProviderDraft EMPTY = new ProviderDraft("", "", "", "");

    private static final int LONGEST_ISSUER = 1000;
    private static final int LONGEST_TENANT = 255;

    public ProviderDraft {
        issuer = issuer.strip();
        tenant = tenant.strip();
        jwks = jwks.strip();
        jwksUri = jwksUri.strip();
    }

    /** What is wrong with it. */
    public enum Problem {
        ISSUER,
        TENANT,
        KEYS
    }

    /** The issuer, if it is the https address of a host on the internet (RFC 8414 §2): it may end in a slash. */
    public Optional<String> validIssuer() {
        var path = issuer.endsWith("/") ? issuer : issuer + "/";
        return Optional.of(issuer)
                .filter(text -> text.length() <= LONGEST_ISSUER && !text.contains("?"))
                .filter(text -> DocumentUrl.parse(path + "x").isPresent());
    }

    /** Whether the tenant is none, or one that an assertion can name. */
    public boolean hasValidTenant() {
        return tenant.length() <= LONGEST_TENANT && tenant.chars().noneMatch(Character::isISOControl);
    }

    /** The tenant, unless the issuer has none. */
    public Optional<String> issuerTenant() {
        return Optional.of(tenant).filter(text -> !text.isEmpty());
    }
}
