package com.siacapp.http.boundary;

import com.siacapp.clients.entity.OAuthError;
import com.siacapp.http.control.PageResponses;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.pages.entity.ErrorPage.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Who is to come again later is told when (RFC 6585 §4, RFC 9110 §10.2.3): a person by a page, a program by JSON. */
@Provider
public class TryLaterMapper implements ExceptionMapper<TryLaterException> {

    private static final Logger LOG = Logger.getLogger(TryLaterMapper.class);

    @Inject
    PageResponses pages;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo address;

    @Override
    public Response toResponse(TryLaterException refused) {
        var logId = UUID.randomUUID().toString();
        LOG.infof("Not now (%s): %s.", logId, refused.getMessage());
        var response = FaultMapper.isForAPerson(headers, address)
                ? Response.fromResponse(pages.error(status(refused), Problem.TOO_MUCH, logId))
                : Response.status(status(refused))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of(
                                "error",
                                OAuthError.TEMPORARILY_UNAVAILABLE.wireName(),
                                "error_description",
                                OAuthError.TEMPORARILY_UNAVAILABLE.description()));
        return response.header(HttpHeaders.RETRY_AFTER, refused.retryAfterSeconds())
                .build();
    }

    private static int status(TryLaterException refused) {
        return switch (refused.why()) {
            case LIMIT_REACHED -> Response.Status.TOO_MANY_REQUESTS.getStatusCode();
            case OVERLOADED -> Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
        };
    }
}
