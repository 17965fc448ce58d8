package com.siacapp.transport.control;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_ACCEPTABLE;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
import static jakarta.servlet.http.HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;

import com.siacapp.security.entity.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request must be before its body is a message; each rule is one method, in the order they are applied. */
public final class HttpRules {

    /** No message of ours comes near it. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final String ALLOWED_METHODS = "POST, OPTIONS";
    private static final String JSON = "application/json";
    private static final Set<String> RANGES_WITH_JSON = Set.of("*/*", "application/*", JSON);

    private HttpRules() {}

    /** The endpoint is one address; there is nothing below it. */
    public static void requireEndpoint(HttpServletRequest request) {
        var below = request.getPathInfo();
        if (below != null && !below.equals("/")) {
            throw new HttpRefusal(SC_NOT_FOUND, "There is nothing here");
        }
    }

    /** Streamable HTTP, security: a page of a foreign origin may have been led here by DNS rebinding. */
    public static void requireAllowedOrigin(HttpServletRequest request, HttpServletResponse response, Origins origins) {
        response.addHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        if (!origins.allow(origin)) {
            throw new HttpRefusal(SC_FORBIDDEN, "This origin may not call");
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate");
    }

    /** What a browser asks before it lets a page call (Fetch Standard, CORS protocol). */
    public static void answerPreflight(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", ALLOWED_METHODS);
        response.setHeader("Access-Control-Allow-Methods", "POST");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Authorization, Content-Type, MCP-Protocol-Version, Mcp-Method, Mcp-Name");
        response.setHeader("Access-Control-Max-Age", "7200");
    }

    /** Streamable HTTP, earlier revisions: no GET and no DELETE where there is no session. */
    public static void requirePost(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", ALLOWED_METHODS);
            throw new HttpRefusal(SC_METHOD_NOT_ALLOWED, "Send messages by POST");
        }
    }

    public static void requireJson(HttpServletRequest request) {
        if (!mediaType(request.getContentType()).equals(JSON)) {
            throw new HttpRefusal(SC_UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json");
        }
    }

    /** Clients must accept JSON and event streams both; who accepts JSON can read every answer there is now. */
    public static void requireAcceptsJson(HttpServletRequest request) {
        var accept = Collections.list(request.getHeaders("Accept"));
        var acceptsJson = accept.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(HttpRules::mediaType)
                .anyMatch(RANGES_WITH_JSON::contains);
        if (!accept.isEmpty() && !acceptsJson) {
            throw new HttpRefusal(SC_NOT_ACCEPTABLE, "Accept must list application/json and text/event-stream");
        }
    }

    /** The body, which need not have the length it says. */
    public static byte[] bodyOf(HttpServletRequest request) throws IOException {
        var tooLong = request.getContentLengthLong() > MAX_BODY_BYTES;
        var body = tooLong ? new byte[0] : request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (tooLong || body.length > MAX_BODY_BYTES) {
            throw new HttpRefusal(SC_REQUEST_ENTITY_TOO_LARGE, "The body is longer than " + MAX_BODY_BYTES + " bytes");
        }
        return body;
    }

    private static String mediaType(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
