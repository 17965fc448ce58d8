package com.siacapp.transport.control;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_ACCEPTABLE;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_TIMEOUT;
import static jakarta.servlet.http.HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;

import com.siacapp.installation.entity.Hosts;
import com.siacapp.security.entity.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request must be before its body is a message; one method is one rule, in the order they are applied. */
public final class HttpRules {

    /** No message of ours comes near it. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    /** A reader of bodies holds a thread. */
    public static final Duration LONGEST_SENDING = Duration.ofSeconds(20);

    private static final int FIRST_BUFFER = 8192;

    private static final String JSON = "application/json";
    private static final Set<String> RANGES_WITH_JSON = Set.of("*/*", "application/*", JSON);
    private static final Set<String> RANGES_WITH_EVENTS = Set.of("*/*", "text/*", "text/event-stream");

    private HttpRules() {}

    /** The endpoint is one address; there is nothing below it. */
    public static void requireEndpoint(@Nullable String pathBelow) {
        if (pathBelow != null && !pathBelow.equals("/")) {
            throw new HttpRefusal(SC_NOT_FOUND, "There is nothing here");
        }
    }

    /** Streamable HTTP, security, and ours: at any other host's name there is nothing (design, addresses). */
    public static void requireOwnHost(HttpServletRequest request, Hosts hosts) {
        var host = Collections.list(request.getHeaders("Host"));
        if (!hosts.allow(request.getRemoteAddr(), host, request.getHeader("X-Forwarded-Host"))) {
            throw new HttpRefusal(SC_NOT_FOUND, "There is nothing at this host");
        }
    }

    /** Streamable HTTP, security: a page of a foreign origin may have been led here by DNS rebinding. */
    public static void requireAllowedOrigin(@Nullable String origin, Origins origins) {
        if (origin != null && !origins.allow(origin)) {
            throw new HttpRefusal(SC_FORBIDDEN, "This origin may not call");
        }
    }

    /** Streamable HTTP, earlier revisions: no GET and no DELETE where there is no session. */
    public static void requirePost(String method) {
        if (!method.equals("POST")) {
            throw new HttpRefusal(SC_METHOD_NOT_ALLOWED, "Send messages by POST");
        }
    }

    /** Whether it is about a session itself; who has none gets what {@link #requirePost} says. */
    public static boolean isAboutSession(String method, @Nullable String session) {
        return (method.equals("GET") || method.equals("DELETE")) && session != null;
    }

    /** What GET opens is a stream of events. */
    public static void requireAcceptsEvents(Collection<String> accept) {
        if (!accept.isEmpty() && !acceptsEvents(accept)) {
            throw new HttpRefusal(SC_NOT_ACCEPTABLE, "Accept must list text/event-stream");
        }
    }

    public static void requireJson(@Nullable String contentType) {
        if (!mediaType(contentType).equals(JSON)) {
            throw new HttpRefusal(SC_UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json");
        }
    }

    /** Clients must accept JSON and event streams both; who accepts JSON alone gets nothing but the answer. */
    public static void requireAcceptsJson(Collection<String> accept) {
        if (!accept.isEmpty() && !accepts(accept, RANGES_WITH_JSON)) {
            throw new HttpRefusal(SC_NOT_ACCEPTABLE, "Accept must list application/json and text/event-stream");
        }
    }

    /** Whether the answer may be a stream of events. */
    public static boolean acceptsEvents(Collection<String> accept) {
        return accepts(accept, RANGES_WITH_EVENTS);
    }

    private static boolean accepts(Collection<String> accept, Set<String> ranges) {
        for (var header : accept) {
            for (var range : header.split(",", -1)) {
                if (ranges.contains(mediaType(range))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The body, which need not have the length it says, and need not come. */
    public static byte[] read(InputStream body, long declaredLength, Clock clock) throws IOException {
        var deadline = clock.instant().plus(LONGEST_SENDING);
        requireFitting(declaredLength);
        var bytes = new ByteArrayOutputStream(Math.max(FIRST_BUFFER, (int) declaredLength));
        var buffer = new byte[FIRST_BUFFER];
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes.write(buffer, 0, read);
            requireFitting(bytes.size());
            if (clock.instant().isAfter(deadline)) {
                throw new HttpRefusal(SC_REQUEST_TIMEOUT, "The body takes too long to come");
            }
        }
        return bytes.toByteArray();
    }

    private static void requireFitting(long length) {
        if (length > MAX_BODY_BYTES) {
            throw new HttpRefusal(SC_REQUEST_ENTITY_TOO_LARGE, "The body is longer than " + MAX_BODY_BYTES + " bytes");
        }
    }

    private static String mediaType(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
