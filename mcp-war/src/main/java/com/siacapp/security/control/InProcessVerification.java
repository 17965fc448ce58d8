package com.siacapp.security.control;

import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.grants.entity.InvalidTokenException;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies access tokens with the keys and grants of this very process, in place of the server's own verification. */
@Decorator
@Priority(1000)
public abstract class InProcessVerification implements JWTParser {

    @Inject
    @Delegate
    @Any
    JWTParser verificationByConfiguredKeys;

    @Inject
    AccessTokens accessTokens;

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        try {
            return new CallerPrincipal(accessTokens.authenticate(token));
        } catch (InvalidTokenException refused) {
            throw new ParseException("refused");
        }
        // A fault of ours, such as a database that is down, stays one: told that its token is bad, every client would
        // send its person to sign in again.
    }
}
