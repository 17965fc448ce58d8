package com.siacapp.http.boundary;

import com.siacapp.http.control.PageResponses;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.requests.entity.RequestId;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Tells the person what cannot be told to the client. */
@Provider
public class UnredirectableExceptionMapper implements ExceptionMapper<UnredirectableException> {

    private static final Logger LOG = Logger.getLogger(UnredirectableExceptionMapper.class);

    @Inject
    PageResponses pages;

    @Override
    public Response toResponse(UnredirectableException refused) {
        var logId = RequestId.current();
        LOG.infof("Authorization request not answered (%s): %s.", logId, refused.getMessage());
        return pages.error(Response.Status.BAD_REQUEST.getStatusCode(), refused.problem(), logId);
    }
}
