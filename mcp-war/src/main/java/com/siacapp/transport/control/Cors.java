package com.siacapp.transport.control;

import static java.util.stream.Collectors.joining;

import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.requests.entity.RequestId;
import com.siacapp.security.entity.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What browsers need to hear before they let a page call (Fetch Standard, CORS protocol). */
public final class Cors {

    private static final String ALLOWED_METHODS = "POST, GET, DELETE, OPTIONS";

    private static final String ALLOWED_HEADERS = "Accept, Accept-Language, Authorization, Content-Type, DPoP,"
            + " Last-Event-ID, MCP-Protocol-Version, Mcp-Method, Mcp-Name, Mcp-Session-Id";

    /** MCP 2026-07-28, custom headers from tool parameters: their names are the tools' affair, so any is allowed. */
    private static final Pattern PARAM =
            Pattern.compile(RequestHeaders.PARAM + "[!#$%&'*+.^_`|~0-9a-z-]+", Pattern.CASE_INSENSITIVE);

    private Cors() {}

    /** Refuses a foreign origin, and tells the browser of an allowed one that its page may read the answer. */
    public static void apply(HttpServletRequest request, HttpServletResponse response, Origins origins) {
        response.setHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        HttpRules.requireAllowedOrigin(origin, origins);
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "Mcp-Session-Id, Retry-After, WWW-Authenticate, " + RequestId.HEADER);
        }
    }

    /** The answer to {@code OPTIONS}. */
    public static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        nameMethods(response);
        response.setHeader("Access-Control-Allow-Methods", "POST, GET, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                Stream.concat(Stream.of(ALLOWED_HEADERS), paramsAskedFor(request))
                        .collect(joining(", ")));
        response.setHeader("Access-Control-Max-Age", "7200");
    }

    private static Stream<String> paramsAskedFor(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Access-Control-Request-Headers")).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(name -> PARAM.matcher(name).matches());
    }

    /** RFC 9110 §15.5.6: an answer that refuses a method says which there are. */
    public static void nameMethods(HttpServletResponse response) {
        response.setHeader("Allow", ALLOWED_METHODS);
    }
}
