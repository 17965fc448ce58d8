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
import org.jboss.logging.Logger;

/** Verifies access tokens with the keys and grants of this very process, in place of the server's own verification. */
@Decorator
@Priority(1000)
public abstract class InProcessVerification implements JWTParser {

    private static final Logger LOG = Logger.getLogger(InProcessVerification.class);

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
        } catch (RuntimeException fault) {
            // The server answers anything but a ParseException with 500, and a caller who cannot be known gets 401.
            LOG.error("An access token could not be verified", fault);
            throw new ParseException("not verified");
        }
    }
}
