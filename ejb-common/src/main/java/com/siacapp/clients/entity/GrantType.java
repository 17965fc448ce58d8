package com.siacapp.clients.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The grant types this server knows (OAuth 2.1 §4). */
public enum GrantType {
    AUTHORIZATION_CODE,
    REFRESH_TOKEN,
    /** For the service accounts that an administrator made: who registers itself belongs to no tenant. */
    CLIENT_CREDENTIALS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a client that nobody vouches for may have it. */
    public boolean isOpenToEveryClient() {
        return this != CLIENT_CREDENTIALS;
    }

    public static Optional<GrantType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }
}
