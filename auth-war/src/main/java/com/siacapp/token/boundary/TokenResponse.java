package com.siacapp.token.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.keys.entity.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** OAuth 2.1 §3.2.3. The scope is always told, asked for or not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        description = "Tokens, and what they are good for.",
        requiredProperties = {"access_token", "token_type", "expires_in", "scope"})
record TokenResponse(
        @Schema(description = "A JWT after RFC 9068, for the MCP endpoint and for userinfo.")
        String accessToken,

        @Schema(
                enumeration = {"Bearer", "DPoP"},
                description = "DPoP when the request proved a key: then every use needs a proof of that key.")
        String tokenType,

        @Schema(description = "Seconds until the access token expires.")
        long expiresIn,

        @Schema(description = "What was granted, separated by spaces; it may be less than was asked for.")
        String scope,

        @Schema(description = "An opaque token for the next access token. It is replaced at each use.") @Nullable
        String refreshToken,

        @Schema(description = "Who the person is and when they signed in, if openid was granted to a new grant.")
        @Nullable
        String idToken) {

    static TokenResponse of(IssuedTokens tokens) {
        return new TokenResponse(
                tokens.accessToken(),
                tokens.isBoundToKey() ? "DPoP" : "Bearer",
                tokens.expiresIn().toSeconds(),
                Scopes.format(tokens.scopes()),
                tokens.refreshToken().map(Secret::value).orElse(null),
                tokens.idToken().orElse(null));
    }

    /** Never the tokens: they must not reach a log. */
    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
