package com.siacapp.http.boundary;

import com.siacapp.clients.entity.OAuthError;
import com.siacapp.http.control.PageResponses;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.requests.entity.RequestId;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Who is to come again later is told when (RFC 6585 §4, RFC 9110 §10.2.3): a person by a page, a program by JSON. */
@Provider
public class TryLaterMapper implements ExceptionMapper<TryLaterException> {

    private static final Logger LOG = Logger.getLogger(TryLaterMapper.class);

    @Inject
    PageResponses pages;

    @Inject
    RequestFacts facts;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo address;

    @Override
    public Response toResponse(TryLaterException refused) {
        var logId = RequestId.current();
        LOG.infof("Not now (%s): %s.", logId, refused.getMessage());
        var response = FaultMapper.isForAPerson(headers, address)
                ? Response.fromResponse(pages.error(status(refused), Problem.TOO_MUCH, logId))
                : json(refused, logId);
        return response.header(HttpHeaders.RETRY_AFTER, refused.retryAfterSeconds())
                .build();
    }

    private Response.ResponseBuilder json(TryLaterException refused, String logId) {
        var error = OAuthError.TEMPORARILY_UNAVAILABLE;
        facts.refusedWith(error.wireName());
        return Response.status(status(refused))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorResponse.of(error, logId));
    }

    private static int status(TryLaterException refused) {
        return switch (refused.why()) {
            case LIMIT_REACHED -> Response.Status.TOO_MANY_REQUESTS.getStatusCode();
            case OVERLOADED -> Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
        };
    }
}
