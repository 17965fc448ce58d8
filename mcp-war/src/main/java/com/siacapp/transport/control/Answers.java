package com.siacapp.transport.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How answers are written. None may be kept by what lies between: each is one person's. */
public final class Answers {

    private Answers() {}

    /** A reply of the protocol. */
    public static void write(HttpServletResponse response, Reply reply) throws IOException {
        reply.headers().forEach(response::setHeader);
        if (reply.body().isEmpty()) {
            response.setStatus(reply.httpStatus());
            return;
        }
        write(response, reply.httpStatus(), reply.json());
    }

    /** The head of a stream of events. */
    static void beginEvents(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // nginx and its kin would hold events back until a buffer is full.
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** A refusal the client can mend by asking the person (RFC 6750 §3). */
    public static void challenge(HttpServletResponse response, int status, String challenge) throws IOException {
        response.setHeader("WWW-Authenticate", challenge);
        var error = status == HttpServletResponse.SC_FORBIDDEN ? "insufficient_scope" : "invalid_token";
        write(response, status, Json.object().put("error", error));
    }

    /** A failure that says nothing of its cause. */
    public static void failure(HttpServletResponse response, int status) throws IOException {
        write(response, status, Json.object().put("error", "failed"));
    }

    private static void write(HttpServletResponse response, int status, ObjectNode body) throws IOException {
        write(response, status, Json.MAPPER.writeValueAsBytes(body));
    }

    private static void write(HttpServletResponse response, int status, byte[] bytes) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(bytes);
    }
}
