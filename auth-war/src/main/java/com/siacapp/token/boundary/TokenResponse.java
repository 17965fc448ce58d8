package com.siacapp.token.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.keys.entity.Secret;
import org.jspecify.annotations.Nullable;

/** OAuth 2.1 §3.2.3. The scope is always told, asked for or not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record TokenResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        String scope,
        @Nullable String refreshToken,
        @Nullable String idToken) {

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
