package com.siacapp.clients.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a client proves itself at the token endpoint (RFC 7591 §2, {@code token_endpoint_auth_method}). */
public enum ClientAuthenticationMethod {
    /** A public client: proves nothing, and is bound by PKCE and its redirect URIs. */
    NONE,
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    /** The client signs an assertion with a key it published (OpenID Connect Core §9, RFC 7523). */
    PRIVATE_KEY_JWT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean usesSecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }

    public boolean usesKeys() {
        return this == PRIVATE_KEY_JWT;
    }

    public static Optional<ClientAuthenticationMethod> named(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName().equals(wireName))
                .findFirst();
    }
}
