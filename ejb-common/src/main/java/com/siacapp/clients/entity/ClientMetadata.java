package com.siacapp.clients.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself when it registers (RFC 7591 §2), after our policy: only values this server honours. Links
 * and software identifiers are kept as they came and shown as claims.
 */
public record ClientMetadata(
        String name,
        ApplicationType applicationType,
        List<RedirectUri> redirectUris,
        Set<GrantType> grantTypes,
        Optional<String> scope,
        ClientAuthenticationMethod authenticationMethod,
        Links links,
        Software software) {

    public ClientMetadata {
        redirectUris = List.copyOf(redirectUris);
        grantTypes = Set.copyOf(grantTypes);
    }

    /** Pages about the client. */
    public record Links(
            @Nullable String client,
            @Nullable String logo,
            @Nullable String policy,
            @Nullable String termsOfService) {}

    /** The program behind the client. */
    public record Software(@Nullable String id, @Nullable String version) {}
}
