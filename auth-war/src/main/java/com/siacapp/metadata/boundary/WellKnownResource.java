package com.siacapp.metadata.boundary;

import com.siacapp.installation.boundary.Installation;
import com.siacapp.metadata.control.ServerMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The discovery documents. Each is served where it belongs and nowhere else: a document found at another path would name
 * an issuer or resource that differs from the one asked for, which clients must refuse.
 */
@ApplicationScoped
@Path(".well-known")
public class WellKnownResource {

    @Inject
    ServerMetadata metadata;

    @Inject
    Installation installation;

    /** RFC 8414 §3.1. */
    @GET
    @Path("oauth-authorization-server{suffix: (/.*)?}")
    public Response authorizationServer(@PathParam("suffix") String suffix, @Context Request request) {
        requirePath(suffix, installation.issuer());
        return metadata.authorizationServer().answer(request);
    }

    /** OpenID Connect Discovery §4, also with the issuer's path appended as RFC 8414 §5 allows. */
    @GET
    @Path("openid-configuration{suffix: (/.*)?}")
    public Response openidConfiguration(@PathParam("suffix") String suffix, @Context Request request) {
        requirePath(suffix, installation.issuer());
        return metadata.authorizationServer().answer(request);
    }

    /** RFC 9728 §3.1; at the root too, where MCP clients look last. */
    @GET
    @Path("oauth-protected-resource{suffix: (/.*)?}")
    public Response protectedResource(@PathParam("suffix") String suffix, @Context Request request) {
        if (!suffix.isEmpty()) {
            requirePath(suffix, installation.resource());
        }
        return metadata.protectedResource().answer(request);
    }

    private static void requirePath(String suffix, URI identifier) {
        if (!suffix.equals(identifier.getPath())) {
            throw new NotFoundException();
        }
    }
}
