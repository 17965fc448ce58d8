package com.siacapp.observability.boundary;

import com.siacapp.observability.control.HttpRecorder;
import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.requests.entity.RequestId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request its id, which its client gets as a header, takes up the trace it belongs to, and records how it
 * ended. {@code web.xml} names it, because filters found by annotation have no order, and this one stands before all others.
 */
public class RequestWatch extends HttpFilter {

    private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String key) {
            return request == null ? null : request.getHeader(key);
        }
    };

    @Inject
    HttpRecorder recorder;

    @Inject
    RequestFacts facts;

    @Override
    @SuppressWarnings("try")
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(RequestId.HEADER, RequestId.begin());
        var trace = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        var watched = recorder.begin(request.getMethod(), isNoise(request), trace);
        // What comes out as an exception, the server answers so.
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try (var scope = watched.span().makeCurrent()) {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            watched.end(status, facts);
            RequestId.end();
        }
    }

    /** What load balancers ask every few seconds, and what comes along with each page. */
    private static boolean isNoise(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/health") || path.startsWith("/assets/");
    }
}
