package com.siacapp.http.boundary;

import com.siacapp.audit.boundary.RequestOrigin;
import com.siacapp.installation.boundary.Installation;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Collections;

/** Tells the audit log and the limits which network address asks. */
@Provider
public class OriginOfRequest implements ContainerRequestFilter {

    @Inject
    RequestOrigin origin;

    @Inject
    Installation installation;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        var hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .toList();
        origin.cameFrom(installation.trustedProxies().originOf(request.getRemoteAddr(), hops));
        origin.cameWith(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
