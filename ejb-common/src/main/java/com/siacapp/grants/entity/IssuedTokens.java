package com.siacapp.grants.entity;

import com.siacapp.keys.entity.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the token endpoint hands out (OAuth 2.1 §3.2.3). */
public record IssuedTokens(
        String accessToken,
        boolean isBoundToKey,
        Duration expiresIn,
        Set<Scope> scopes,
        Optional<Secret> refreshToken,
        Optional<String> idToken) {

    /** Never the tokens: they must not reach a log. */
    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
