package com.siacapp.http.boundary;

import com.siacapp.requests.entity.RequestId;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets apps that run in a browser call what a client calls itself (RFC 10017). Never the authorization endpoint, which is
 * for navigation only (OAuth 2.1 §3.1), and never with cookies.
 */
@Provider
@PreMatching
public class CrossOrigin implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<String> CALLED_BY_CLIENTS = Set.of(
            "/oauth/token",
            "/oauth/par",
            "/oauth/device_authorization",
            "/oauth/register",
            "/oauth/revoke",
            "/oauth/userinfo",
            "/oauth/jwks");

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.OPTIONS.equals(request.getMethod()) && isOpen(request)) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP, MCP-Protocol-Version")
                    .header("Access-Control-Max-Age", "86400")
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isOpen(request)) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
            response.getHeaders()
                    .putSingle("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate, " + RequestId.HEADER);
        }
    }

    private static boolean isOpen(ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getPath();
        return path.startsWith("/.well-known/")
                || path.startsWith("/oauth/register/")
                || CALLED_BY_CLIENTS.contains(path);
    }
}
