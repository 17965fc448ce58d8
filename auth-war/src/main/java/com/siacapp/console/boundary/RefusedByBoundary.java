package com.siacapp.console.boundary;

import com.siacapp.http.control.PageResponses;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.requests.entity.RequestId;
import com.siacapp.users.entity.NotPermittedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Somebody whose role changed between the page and the act, or who found a way past the gate. */
@Provider
public class RefusedByBoundary implements ExceptionMapper<NotPermittedException> {

    private static final Logger LOG = Logger.getLogger(RefusedByBoundary.class);

    @Inject
    PageResponses pages;

    @Override
    public Response toResponse(NotPermittedException refused) {
        var logId = RequestId.current();
        LOG.infof("Refused (%s): %s.", logId, refused.getMessage());
        return pages.error(Response.Status.NOT_FOUND.getStatusCode(), Problem.NOT_FOUND, logId);
    }
}
