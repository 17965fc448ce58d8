package com.siacapp.clients.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The grant types this server knows (OAuth 2.1 §4). */
public enum GrantType {
    AUTHORIZATION_CODE,
    REFRESH_TOKEN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GrantType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }
}
