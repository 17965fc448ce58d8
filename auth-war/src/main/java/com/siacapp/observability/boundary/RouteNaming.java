package com.siacapp.observability.boundary;

import com.siacapp.observability.control.Routes;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Says which template the address of a request matched, before anything else can refuse it. */
@Provider
@Priority(0)
public class RouteNaming implements ContainerRequestFilter {

    @Inject
    Routes routes;

    @Inject
    RequestFacts facts;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        facts.isFor(routes.of(resource));
    }
}
