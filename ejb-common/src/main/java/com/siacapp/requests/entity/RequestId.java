package com.siacapp.requests.entity;

import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * The name under which the log knows the HTTP request this thread works on. The client gets it as a header, and in the
 * message of a fault, which says nothing else. It is ours: what a client calls its request is its own matter.
 */
public final class RequestId {

    /** The header that carries it to the client. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final String LOGGED = "logged";

    private RequestId() {}

    /** A new one, until {@link #end}. */
    public static String begin() {
        var id = UUID.randomUUID().toString();
        MDC.put(KEY, id);
        return id;
    }

    /** That of this thread's request; a new one where a thread works for none. */
    public static String current() {
        return MDC.get(KEY) instanceof String id ? id : UUID.randomUUID().toString();
    }

    /** Works for the request of that id, on whatever thread. */
    public static void during(String id, Runnable work) {
        var before = MDC.get(KEY);
        MDC.put(KEY, id);
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }

    /** The log has a line about this request, or will have one when it is over. */
    public static void logged() {
        MDC.put(LOGGED, true);
    }

    /** Whether it has one. */
    public static boolean isLogged() {
        return MDC.get(LOGGED) != null;
    }

    public static void end() {
        MDC.remove(KEY);
        MDC.remove(LOGGED);
    }
}
