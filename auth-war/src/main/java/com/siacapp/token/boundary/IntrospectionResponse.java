package com.siacapp.token.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.grants.boundary.AccessTokens.RefreshTokenState;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.Scopes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 7662 §2.2. Of an inactive token nothing is told but that. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(description = "Whether a token is good, and what it is good for.", requiredProperties = "active")
record IntrospectionResponse(
        @Schema(description = "False for unknown, expired and revoked tokens, and for those of other clients.")
        boolean active,

        @Schema(description = "What was granted, separated by spaces.") @Nullable
        String scope,

        @Schema(description = "Whom the token was issued to.") @Nullable
        String clientId,

        @Schema(description = "The person, or the service account.") @Nullable
        String sub,

        @Schema(description = "The resource the token is for: the MCP endpoint.") @Nullable
        String aud,

        @Schema(
                enumeration = {"Bearer", "DPoP"},
                description = "Of an access token.")
        @Nullable
        String tokenType,

        @Schema(description = "When it was issued, in seconds since 1970.") @Nullable
        Long iat,

        @Schema(description = "When it expires, in seconds since 1970.") @Nullable
        Long exp,

        @Schema(description = "The access token's id.") @Nullable
        String jti,

        @Schema(description = "The key the token is bound to: its SHA-256 thumbprint, as jkt.") @Nullable
        Map<String, String> cnf) {

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
