package com.siacapp.clients.entity;

import java.util.Arrays;
import java.util.Optional;

/** The grant types this server knows (OAuth 2.1 §4). */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    REFRESH_TOKEN("refresh_token"),
    /** For the service accounts that an administrator made: who registers itself belongs to no tenant. */
    CLIENT_CREDENTIALS("client_credentials"),
    /** For devices without a browser (RFC 8628 §3.4). */
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
    /** For what a company's identity provider asserts (RFC 7523 §4); never for public clients. */
    JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer");

    private final String wireName;

    GrantType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether a client that nobody vouches for may have it. */
    public boolean isOpenToEveryClient() {
        return this != CLIENT_CREDENTIALS;
    }

    /** Whether a person is asked before there are tokens. */
    public boolean startsWithConsent() {
        return this == AUTHORIZATION_CODE || this == DEVICE_CODE;
    }

    public static Optional<GrantType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }
}
