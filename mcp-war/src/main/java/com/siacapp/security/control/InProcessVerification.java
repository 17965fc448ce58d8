package com.siacapp.security.control;

import com.siacapp.grants.boundary.TokenAuthentication;
import com.siacapp.grants.entity.InvalidProofException;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.grants.entity.PresentedToken;
import com.siacapp.installation.boundary.Installation;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies access tokens with the keys and grants of this very process, in place of the server's own verification. The
 * server finds the token in the request by the schemes that {@code smallrye.jwt.token.schemes} names; with which it came,
 * and with what proof, is read here.
 */
@Decorator
@Priority(1000)
public abstract class InProcessVerification implements JWTParser {

    /** Set on a request whose DPoP proof did not hold, for the challenge (RFC 9449 §7.1). */
    public static final String UNPROVEN = InProcessVerification.class.getName() + ".unproven";

    @Inject
    @Delegate
    @Any
    JWTParser verificationByConfiguredKeys;

    @Inject
    TokenAuthentication authentication;

    @Inject
    HttpServletRequest request;

    private URI endpoint = URI.create("about:unset");

    @Inject
    void at(Installation installation) {
        endpoint = installation.resource();
    }

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        try {
            return new CallerPrincipal(authentication.authenticate(presented()));
        } catch (InvalidProofException refused) {
            request.setAttribute(UNPROVEN, true);
            throw new ParseException("refused");
        } catch (InvalidTokenException refused) {
            throw new ParseException("refused");
        }
        // A fault of ours, such as a database that is down, stays one: told that its token is bad, every client would
        // send its person to sign in again.
    }

    private PresentedToken presented() throws InvalidTokenException {
        return PresentedToken.parse(
                request.getHeader("Authorization"),
                Collections.list(request.getHeaders("DPoP")),
                request.getMethod(),
                endpoint);
    }
}
