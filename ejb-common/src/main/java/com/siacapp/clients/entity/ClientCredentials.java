package com.siacapp.clients.entity;

import com.siacapp.keys.entity.Secret;
import java.util.Optional;

/** How a client presented itself in a request: its id, the method it used, its secret or its signed assertion. */
public record ClientCredentials(String id, ClientAuthenticationMethod method, Optional<Secret> secret) {

    public static ClientCredentials publicClient(String id) {
        return new ClientCredentials(id, ClientAuthenticationMethod.NONE, Optional.empty());
    }

    public static ClientCredentials withSecret(String id, ClientAuthenticationMethod method, Secret secret) {
        return new ClientCredentials(id, method, Optional.of(secret));
    }

    /** An assertion is kept like a secret: it opens the door, once. */
    public static ClientCredentials withAssertion(String id, String assertion) {
        return new ClientCredentials(
                id, ClientAuthenticationMethod.PRIVATE_KEY_JWT, Optional.of(new Secret(assertion)));
    }
}
