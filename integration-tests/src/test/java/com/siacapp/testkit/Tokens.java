package com.siacapp.testkit;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** What the token endpoint gave. */
public record Tokens(String access, String refresh, String id, String scope) {

    public static Tokens of(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("No tokens: " + answer);
        }
        var json = answer.json();
        return new Tokens(
                json.path("access_token").asText(),
                json.path("refresh_token").asText(),
                json.path("id_token").asText(),
                json.path("scope").asText());
    }

    public JWTClaimsSet claims() {
        try {
            return SignedJWT.parse(access).getJWTClaimsSet();
        } catch (ParseException notAJwt) {
            throw new AssertionError(notAJwt);
        }
    }

    /** Whether a tool call with the access token is let in. */
    public boolean areGood() {
        return Mcp.with(access).ping().status() == 200;
    }
}
