package com.siacapp.http.boundary;

import com.siacapp.installation.boundary.Installation;
import com.siacapp.installation.entity.Hosts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;

/**
 * Each path answers on its own host only: the resource's metadata where the resource is, everything else where the issuer
 * is. At any other name there is nothing.
 */
@WebFilter("/*")
public class OwnHosts extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String RESOURCE_METADATA = "/.well-known/oauth-protected-resource";

    /** Load balancers ask by whatever name or address a node has. */
    private static final String HEALTH = "/health";

    @Inject
    Installation installation;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        if (path.equals(HEALTH)
                || hostsOf(path)
                        .allow(
                                request.getRemoteAddr(),
                                Collections.list(request.getHeaders("Host")),
                                request.getHeader("X-Forwarded-Host"))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Hosts hostsOf(String path) {
        return path.startsWith(RESOURCE_METADATA) ? installation.hostsOfResource() : installation.hostsOfIssuer();
    }
}
