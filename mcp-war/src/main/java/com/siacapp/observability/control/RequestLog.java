package com.siacapp.observability.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.requests.control.RequestLine;
import com.siacapp.requests.entity.RequestId;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;

/** The lines of requests of the protocol, and of those that never became one. */
public final class RequestLog {

    private RequestLog() {}

    static void write(Incoming incoming, Subject subject, Outcome outcome, Duration duration, Span span) {
        if (RequestLine.isWanted()) {
            write(begin(incoming.requestId(), subject.method()), subject, outcome, duration, incoming.caller(), span);
        }
    }

    /** Work that went on after its request was answered. */
    static void writeTask(Subject subject, Outcome outcome, Duration duration, Caller caller, Span span) {
        if (RequestLine.isWanted()) {
            var line = begin(RequestId.current(), subject.method()).with("in", "task");
            write(line, subject, outcome, duration, caller, span);
        }
    }

    private static void write(
            RequestLine line, Subject subject, Outcome outcome, Duration duration, Caller caller, Span span) {
        var trace = span.getSpanContext();
        end(line.with("tool", subject.tool()).with("prompt", subject.prompt()), outcome.name(), duration, caller)
                .with("trace", trace.isValid() ? trace.getTraceId() : "")
                .write();
    }

    /** What was no request of the protocol: notifications, streams and ends of sessions, and what HTTP refused. */
    public static void writeOther(int status, Duration duration, Caller caller) {
        end(begin(RequestId.current(), "none"), "http_" + status, duration, caller)
                .write();
    }

    /** What HTTP refused before there was a caller. */
    public static void writeRefused(int status) {
        begin(RequestId.current(), "none").with("outcome", "http_" + status).writeAsDetail();
    }

    private static RequestLine begin(String requestId, String method) {
        return new RequestLine(requestId).with("method", method);
    }

    private static RequestLine end(RequestLine line, String outcome, Duration duration, Caller caller) {
        return line.with("outcome", outcome).took(duration).by(caller.user().toString(), caller.clientId());
    }
}
