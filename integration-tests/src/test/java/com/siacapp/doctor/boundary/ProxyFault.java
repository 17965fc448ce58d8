package com.siacapp.doctor.boundary;

import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Part;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** What a proxy does wrong, where, and what the doctor is to find first. */
record ProxyFault(Fault expected, Part part, boolean isInRequests, String path, UnaryOperator<Passing> change) {

    private static final String HTML = "<!doctype html><title>Just a moment…</title>";

    static ProxyFault answer(Fault expected, Part part, String path, UnaryOperator<Passing> change) {
        return new ProxyFault(expected, part, false, path, change);
    }

    static ProxyFault request(Fault expected, Part part, String path, UnaryOperator<Passing> change) {
        return new ProxyFault(expected, part, true, path, change);
    }

    Examined examined() {
        try (var proxy = FaultyProxy.plain()) {
            if (isInRequests) {
                proxy.changingRequests(path, change);
            } else {
                proxy.changingAnswers(path, change);
            }
            return Examined.by(new ConnectionDoctor(Clock.systemUTC()), proxy.endpoint());
        }
    }

    /** A page of the proxy's own instead of the answer. */
    static UnaryOperator<Passing> page(int status) {
        return answer -> answer.withStatus(status)
                .withBody(HTML)
                .with("Content-Type", "text/html")
                .without("WWW-Authenticate");
    }

    /** Another issuer in the metadata. */
    static UnaryOperator<Passing> issuer(String other) {
        return answer ->
                answer.withBody(answer.body().replaceAll("\"issuer\":\"[^\"]*\"", "\"issuer\":\"" + other + "\""));
    }

    @Override
    public String toString() {
        return expected + " at " + path;
    }
}
