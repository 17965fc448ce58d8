package com.siacapp.metadata.boundary;

import com.siacapp.metadata.control.ServerMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The public keys that verify our tokens. */
@ApplicationScoped
@Path("oauth/jwks")
public class JwksResource {

    @Inject
    ServerMetadata metadata;

    @GET
    public Response keys(@Context Request request) {
        return metadata.jwks().answer(request);
    }
}
