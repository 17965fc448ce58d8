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
        List<RedirectUri> postLogoutRedirectUris,
        Set<GrantType> grantTypes,
        Optional<String> scope,
        ClientAuthenticationMethod authenticationMethod,
        Keys keys,
        Protection protection,
        Links links,
        Software software) {

    public ClientMetadata {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        grantTypes = Set.copyOf(grantTypes);
    }

    /** The client's public keys (RFC 7591 §2): by value, by address, or none. */
    public record Keys(@Nullable String jwks, @Nullable String jwksUri) {

        public static final Keys NONE = new Keys(null, null);

        public boolean areNone() {
            return equals(NONE);
        }
    }

    /** How much more than it must the client wants its requests and tokens to be protected. */
    public record Protection(String idTokenAlgorithm, boolean requiresPushedRequests, boolean bindsAccessTokensByDpop) {

        /** OpenID Connect Registration §2, RFC 9126 §6, RFC 9449 §5.2. */
        public static final Protection DEFAULT = new Protection("RS256", false, false);
    }

    /** Pages about the client. */
    public record Links(
            @Nullable String client,
            @Nullable String logo,
            @Nullable String policy,
            @Nullable String termsOfService) {

        public static final Links NONE = new Links(null, null, null, null);
    }

    /** The program behind the client. */
    public record Software(@Nullable String id, @Nullable String version) {

        public static final Software NONE = new Software(null, null);
    }
}
