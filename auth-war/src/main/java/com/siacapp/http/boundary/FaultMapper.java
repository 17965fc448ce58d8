package com.siacapp.http.boundary;

import com.siacapp.clients.entity.OAuthError;
import com.siacapp.http.control.PageResponses;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.requests.entity.RequestId;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is not an OAuth error: a page for a person, JSON for a program, never an exception's text. Faults of
 * ours are logged under the id that the answer carries.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FaultMapper.class);

    @Inject
    PageResponses pages;

    @Inject
    RequestFacts facts;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo address;

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < 400) {
            return answer.getResponse();
        }
        var logId = RequestId.current();
        var status = statusOf(fault, logId);
        if (isForAPerson(headers, address)) {
            return pages.error(status, problem(fault, status), logId);
        }
        var error = status >= 500 ? OAuthError.SERVER_ERROR : OAuthError.INVALID_REQUEST;
        facts.refusedWith(error.wireName());
        // RFC 9110 §15.5.6: a refused method comes with those allowed.
        return Response.status(status)
                .header(HttpHeaders.ALLOW, allowed(fault))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorResponse.of(error, logId))
                .build();
    }

    private static @Nullable String allowed(Throwable fault) {
        return fault instanceof NotAllowedException refused
                ? refused.getResponse().getHeaderString(HttpHeaders.ALLOW)
                : null;
    }

    private static final Set<String> OAUTH_PAGES = Set.of("/oauth/authorize", "/oauth/logout");

    /** A browser that navigates, at an address meant for it: what clients call answers JSON whatever they accept. */
    static boolean isForAPerson(HttpHeaders headers, UriInfo address) {
        var path = address.getRequestUri().getPath();
        var isForClients = path.startsWith("/.well-known/")
                || path.equals("/health")
                || (path.startsWith("/oauth/") && !OAUTH_PAGES.contains(path));
        return !isForClients && headers.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE);
    }

    private static int statusOf(Throwable fault, String logId) {
        if (fault instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            LOG.debugf("%s: %s", logId, refused.getMessage());
            return refused.getResponse().getStatus();
        }
        LOG.errorf(fault, "Fault %s", logId);
        return Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
    }

    private static Problem problem(Throwable fault, int status) {
        if (fault instanceof NotFoundException) {
            return Problem.NOT_FOUND;
        }
        return status < 500 ? Problem.BAD_REQUEST : Problem.UNEXPECTED;
    }
}
