package com.siacapp.observability.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.RequestId;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** One line for each request, of key and value. Ids only: who they belong to is in the database. */
public final class RequestLog {

    /** A category of its own, so that an operator can have it elsewhere, or not at all. */
    private static final Logger LOG = Logger.getLogger("com.siacapp.requests");

    /** Of a millisecond. */
    private static final long NANOS_OF_A_TENTH = 100_000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]");

    private RequestLog() {}

    static void write(Incoming incoming, Subject subject, Outcome outcome, Duration duration, Span span) {
        if (LOG.isInfoEnabled()) {
            write(begin(incoming.requestId(), subject.method()), subject, outcome, duration, incoming.caller(), span);
        }
    }

    /** Work that went on after its request was answered. */
    static void writeTask(Subject subject, Outcome outcome, Duration duration, Caller caller, Span span) {
        if (LOG.isInfoEnabled()) {
            var line = begin(RequestId.current(), subject.method()).append(" in=task");
            write(line, subject, outcome, duration, caller, span);
        }
    }

    private static void write(
            StringBuilder line, Subject subject, Outcome outcome, Duration duration, Caller caller, Span span) {
        if (!subject.tool().isEmpty()) {
            line.append(" tool=").append(subject.tool());
        }
        if (!subject.prompt().isEmpty()) {
            line.append(" prompt=").append(subject.prompt());
        }
        end(line, outcome.name(), duration, caller);
        if (span.getSpanContext().isValid()) {
            line.append(" trace=").append(span.getSpanContext().getTraceId());
        }
        LOG.info(line);
    }

    /** What was no request of the protocol: notifications, streams and ends of sessions, and what HTTP refused. */
    public static void writeOther(int status, Duration duration, Caller caller) {
        LOG.info(end(begin(RequestId.current(), "none"), "http_" + status, duration, caller));
    }

    /** What HTTP refused before there was a caller: anybody can make as many as they like. */
    public static void writeRefused(int status) {
        LOG.debugf("request=%s method=none outcome=http_%d", RequestId.current(), status);
    }

    private static StringBuilder begin(String requestId, String method) {
        return new StringBuilder(200)
                .append("request=")
                .append(requestId)
                .append(" method=")
                .append(method);
    }

    private static StringBuilder end(StringBuilder line, String outcome, Duration duration, Caller caller) {
        var tenths = duration.toNanos() / NANOS_OF_A_TENTH;
        return line.append(" outcome=")
                .append(outcome)
                .append(" ms=")
                .append(tenths / 10)
                .append('.')
                .append(tenths % 10)
                .append(" user=")
                .append(caller.user())
                .append(" client=")
                .append(printable(caller.clientId()));
    }

    /** The id of a client that is described at an address is that address, which its owner chose. */
    private static String printable(String clientId) {
        return UNPRINTABLE.matcher(clientId).replaceAll("?");
    }
}
