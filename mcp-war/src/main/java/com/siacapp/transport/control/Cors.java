package com.siacapp.transport.control;

import com.siacapp.protocol.entity.RequestId;
import com.siacapp.security.entity.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What browsers need to hear before they let a page call (Fetch Standard, CORS protocol). */
public final class Cors {

    private static final String ALLOWED_METHODS = "POST, OPTIONS";

    private Cors() {}

    /** Refuses a foreign origin, and tells the browser of an allowed one that its page may read the answer. */
    public static void apply(HttpServletRequest request, HttpServletResponse response, Origins origins) {
        response.setHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        HttpRules.requireAllowedOrigin(origin, origins);
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate, " + RequestId.HEADER);
        }
    }

    /** The answer to {@code OPTIONS}. */
    public static void answerPreflight(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        nameMethods(response);
        response.setHeader("Access-Control-Allow-Methods", "POST");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Authorization, Content-Type, DPoP, MCP-Protocol-Version, Mcp-Method,"
                        + " Mcp-Name");
        response.setHeader("Access-Control-Max-Age", "7200");
    }

    /** RFC 9110 §15.5.6: an answer that refuses a method says which there are. */
    public static void nameMethods(HttpServletResponse response) {
        response.setHeader("Allow", ALLOWED_METHODS);
    }
}
