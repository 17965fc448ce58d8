package com.siacapp.http.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Headers every answer carries, unless it set its own: nothing is stored, sniffed, framed or told to other sites. */
@Provider
public class SecurityHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        // OAuth 2.1 §3.2.3: answers with tokens are not stored; what may be cached says so itself.
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putIfAbsent("Referrer-Policy", List.of("same-origin"));
        headers.putIfAbsent("Content-Security-Policy", List.of("default-src 'none'; frame-ancestors 'none'"));
    }
}
