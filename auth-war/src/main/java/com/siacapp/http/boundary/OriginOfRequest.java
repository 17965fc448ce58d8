package com.siacapp.http.boundary;

import com.siacapp.audit.boundary.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells the audit log and the limits which network address asks. */
@Provider
public class OriginOfRequest implements ContainerRequestFilter {

    @Inject
    RequestOrigin origin;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        origin.cameFrom(request.getRemoteAddr());
        origin.cameWith(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
