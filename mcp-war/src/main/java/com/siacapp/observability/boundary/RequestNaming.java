package com.siacapp.observability.boundary;

import com.siacapp.observability.control.RequestLog;
import com.siacapp.requests.entity.RequestId;
import com.siacapp.security.control.CallerPrincipal;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Gives every HTTP request its id, which its client gets as a header, takes up the trace it belongs to, and logs those
 * that are no request of the protocol, or ended before there was one.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class RequestNaming extends HttpFilter {

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

    @Override
    @SuppressWarnings("try")
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var began = System.nanoTime();
        response.setHeader(RequestId.HEADER, RequestId.begin());
        var trace = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        try (var context = trace.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            logUnlessLogged(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - began));
            RequestId.end();
        }
    }

    private static void logUnlessLogged(HttpServletRequest request, int status, Duration duration) {
        if (RequestId.isLogged()) {
            return;
        }
        if (request.getUserPrincipal() instanceof CallerPrincipal principal) {
            RequestLog.writeOther(status, duration, principal.caller());
        } else if (status >= HttpServletResponse.SC_BAD_REQUEST) {
            RequestLog.writeRefused(status);
        }
    }
}
