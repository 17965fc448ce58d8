package com.siacapp.http.boundary;

import com.siacapp.clients.entity.OAuthError;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.grants.entity.DpopScheme;
import com.siacapp.grants.entity.PresentedToken;
import com.siacapp.grants.entity.ReplayException;
import com.siacapp.observability.control.Counts;
import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.requests.entity.RequestId;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** OAuth errors as JSON (OAuth 2.1 §3.2.4). The reason stays in the log. */
@Provider
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {

    @Inject
    RequestFacts facts;

    @Inject
    Counts counts;

    @Context
    HttpHeaders headers;

    private static final Logger LOG = Logger.getLogger(OAuthExceptionMapper.class);

    @Override
    public Response toResponse(OAuthException refused) {
        var error = refused.error();
        var logId = RequestId.current();
        facts.refusedWith(error.wireName());
        if (refused instanceof ReplayException spent) {
            counts.replayed(spent.replay());
        }
        LOG.infof("Refused with %s (%s): %s.", error.wireName(), logId, refused.reason());
        var response = Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorResponse.of(error, logId));
        challenge(error, response);
        return response.build();
    }

    private void challenge(OAuthError error, Response.ResponseBuilder response) {
        switch (error) {
            case INVALID_CLIENT -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token endpoint\"");
            // RFC 6750 §3.1: who sent no token is told of no error.
            case INVALID_TOKEN, INSUFFICIENT_SCOPE ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, protectedResourceChallenge(error));
            case INVALID_DPOP_PROOF -> {
                // At the token endpoint a refusal like others, at userinfo a challenge (RFC 9449 §5, §7.1).
                if (PresentedToken.isDpop(headers.getHeaderString(HttpHeaders.AUTHORIZATION))) {
                    response.status(Response.Status.UNAUTHORIZED)
                            .header(HttpHeaders.WWW_AUTHENTICATE, protectedResourceChallenge(error));
                }
            }
            default -> {}
        }
    }

    private String protectedResourceChallenge(OAuthError error) {
        var authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return "Bearer";
        }
        return PresentedToken.isDpop(authorization)
                ? DpopScheme.challenge() + ", error=\"" + error.wireName() + "\""
                : "Bearer error=\"" + error.wireName() + "\"";
    }
}
