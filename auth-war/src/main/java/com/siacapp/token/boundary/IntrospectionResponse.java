package com.siacapp.token.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.grants.boundary.AccessTokens.RefreshTokenState;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.Scopes;
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
        @Nullable String jti) {

    static IntrospectionResponse inactive() {
        return new IntrospectionResponse(false, null, null, null, null, null, null, null, null);
    }

    static IntrospectionResponse of(AccessTokenClaims claims) {
        return new IntrospectionResponse(
                true,
                Scopes.format(claims.scopes()),
                claims.clientId(),
                claims.subject().toString(),
                claims.audience(),
                "Bearer",
                claims.issuedAt().getEpochSecond(),
                claims.expiresAt().getEpochSecond(),
                claims.id());
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
                null);
    }
}
