package com.siacapp.requests.control;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** One line about a request, of key and value. Ids only: who they belong to is in the database. */
public final class RequestLine {

    /** A category of its own, so that an operator can have it elsewhere, or not at all. */
    private static final Logger LOG = Logger.getLogger("com.siacapp.requests");

    /** Of a millisecond. */
    private static final long NANOS_OF_A_TENTH = 100_000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]");

    private final StringBuilder text = new StringBuilder(200);

    public RequestLine(String requestId) {
        text.append("request=").append(requestId);
    }

    /** Whether it is worth making one. */
    public static boolean isWanted() {
        return LOG.isLoggable(Level.INFO);
    }

    /** What is empty is left out. */
    public RequestLine with(String key, String value) {
        if (!value.isEmpty()) {
            text.append(' ').append(key).append('=').append(value);
        }
        return this;
    }

    /** Milliseconds, with a tenth. */
    public RequestLine took(Duration duration) {
        var tenths = duration.toNanos() / NANOS_OF_A_TENTH;
        text.append(" ms=").append(tenths / 10).append('.').append(tenths % 10);
        return this;
    }

    /** The id of a client that is described at an address is that address, which its owner chose. */
    public RequestLine by(String user, String clientId) {
        return with("user", user).with("client", UNPRINTABLE.matcher(clientId).replaceAll("?"));
    }

    public void write() {
        log(Level.INFO);
    }

    /** For those of which anybody can make as many as they like. */
    public void writeAsDetail() {
        log(Level.FINE);
    }

    /**
     * Says where it comes from: a handler of the server asks each record, which would walk the stack to find out. JBoss
     * Logging has no way to say it.
     */
    private void log(Level level) {
        LOG.logp(level, RequestLine.class.getName(), "write", text.toString());
    }
}
