package com.siacapp.http.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Style sheet and pictures of the pages. */
@ApplicationScoped
@Path("assets")
public class AssetsResource {

    @Inject
    ServletContext context;

    @GET
    @Path("{name: [a-z0-9-]+\\.(css|svg)}")
    public Response asset(@PathParam("name") String name) {
        var content = context.getResourceAsStream("/assets/" + name);
        if (content == null) {
            throw new NotFoundException();
        }
        return Response.ok(content, name.endsWith(".css") ? "text/css;charset=UTF-8" : "image/svg+xml")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
