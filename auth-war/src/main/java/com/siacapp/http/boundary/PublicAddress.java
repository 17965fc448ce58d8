package com.siacapp.http.boundary;

import com.siacapp.installation.boundary.Installation;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Where addresses are https, redirects to our own pages lead to the public one: of a request that a proxy passed on, the
 * server knows plain http alone, and makes that the address of a page that is named by its path.
 */
@Provider
@PreMatching
public class PublicAddress implements ContainerRequestFilter {

    @Inject
    Installation installation;

    @Override
    public void filter(ContainerRequestContext request) {
        if (installation.isHttps()) {
            var uri = request.getUriInfo();
            request.setRequestUri(at(uri.getBaseUri()), at(uri.getRequestUri()));
        }
    }

    private URI at(URI address) {
        var query = address.getRawQuery();
        return URI.create(installation.issuer() + address.getRawPath() + (query == null ? "" : "?" + query));
    }
}
