package com.siacapp.token.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.grants.boundary.AccessTokens.RefreshTokenState;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.Scopes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RFC 7662 §2.2. Of an inactive token nothing is told but that. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record IntrospectionResponse(
        boolean active,
        @Nullable String scope,
        @Nullable String clientId,
        @Nullable String sub,
        @Nullable String aud,
        @Nullable String tokenType,
        @Nullable Long iat,
        @Nullable Long exp,
        @Nullable String jti,
        @Nullable Map<String, String> cnf) {

    static IntrospectionResponse inactive() {
        return new IntrospectionResponse(false, null, null, null, null, null, null, null, null, null);
    }

    static IntrospectionResponse of(AccessTokenClaims claims) {
        return new IntrospectionResponse(
                true,
                Scopes.format(claims.scopes()),
                claims.clientId(),
                claims.subject().toString(),
                claims.audience(),
                claims.boundKey().isPresent() ? "DPoP" : "Bearer",
                claims.issuedAt().getEpochSecond(),
                claims.expiresAt().getEpochSecond(),
                claims.id(),
                confirmation(claims.boundKey()));
    }

    static IntrospectionResponse of(RefreshTokenState state) {
        var grant = state.grant();
        return new IntrospectionResponse(
                true,
                Scopes.format(grant.scopes()),
                grant.client().id(),
                grant.user().id().toString(),
                grant.resource(),
                null,
                state.issuedAt().getEpochSecond(),
                state.expiresAt().getEpochSecond(),
                null,
                confirmation(state.boundKey()));
    }

    /** RFC 9449 §6.2. */
    private static @Nullable Map<String, String> confirmation(Optional<String> boundKey) {
        return boundKey.map(key -> Map.of("jkt", key)).orElse(null);
    }
}
