package com.siacapp.http.boundary;

import com.siacapp.clients.entity.OAuthError;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Stream;

/**
 * Refuses headers that are no media types before RESTEasy sees them: it answers those itself, as HTML and with words about
 * its inside.
 */
@WebFilter("/*")
public class WellFormedHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    RequestFacts facts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (areMediaTypes(request, HttpHeaders.CONTENT_TYPE) && areMediaTypes(request, HttpHeaders.ACCEPT)) {
            chain.doFilter(request, response);
            return;
        }
        var error = OAuthError.INVALID_REQUEST;
        facts.refusedWith(error.wireName());
        response.setStatus(error.status());
        response.setContentType(MediaType.APPLICATION_JSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter()
                .write("{\"error\":\"%s\",\"error_description\":\"%s\"}"
                        .formatted(error.wireName(), error.description()));
    }

    private static boolean areMediaTypes(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .allMatch(WellFormedHeaders::isMediaType);
    }

    private static boolean isMediaType(String text) {
        try {
            var quality = MediaType.valueOf(text.strip()).getParameters().getOrDefault("q", "1");
            return Float.parseFloat(quality) <= 1;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
