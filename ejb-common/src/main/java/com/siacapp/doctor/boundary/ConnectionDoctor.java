package com.siacapp.doctor.boundary;

import com.siacapp.doctor.control.Consent;
import com.siacapp.doctor.control.Walk;
import com.siacapp.doctor.entity.Examination;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/** Examines an MCP endpoint from outside, as a client that nobody knows yet and that no person has signed in for. */
public final class ConnectionDoctor {

    private final Clock clock;
    private final SSLContext tls;

    /** Trusts whom Java trusts. */
    public ConnectionDoctor(Clock clock) {
        this(clock, trustOfJava());
    }

    /** Trusts certificates as this context does. */
    public ConnectionDoctor(Clock clock, SSLContext tls) {
        this.clock = clock;
        this.tls = tls;
    }

    /**
     * The chain that begins at this address; at most a minute's work. It registers a client and deletes it again.
     *
     * @param address as it was typed: what is wrong with it is a finding, too
     */
    public Examination examine(String address) {
        return examine(address, Consent.OF_NOBODY);
    }

    Examination examine(String address, Consent consent) {
        return Walk.along(address, consent, clock, tls);
    }

    private static SSLContext trustOfJava() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Java has no trust anchors", broken);
        }
    }
}
