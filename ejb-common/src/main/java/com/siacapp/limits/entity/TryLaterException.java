package com.siacapp.limits.entity;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Not now. It rolls nothing back: what was counted stays counted. */
@ApplicationException(rollback = false)
public class TryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Cause cause;
    private final Duration retryAfter;

    private TryLaterException(Cause cause, Duration retryAfter, String reason) {
        super(reason);
        this.cause = cause;
        this.retryAfter = retryAfter.compareTo(SHORTEST) < 0 ? SHORTEST : retryAfter;
    }

    /** Why it is not now. */
    public enum Cause {
        /** The caller did too much of it. */
        LIMIT_REACHED,
        /** We have too much to do, whoever asks. */
        OVERLOADED
    }

    /** The reason is for our log only. */
    public static TryLaterException limitReached(Duration retryAfter, String reason) {
        return new TryLaterException(Cause.LIMIT_REACHED, retryAfter, reason);
    }

    public static TryLaterException overloaded(Duration retryAfter, String reason) {
        return new TryLaterException(Cause.OVERLOADED, retryAfter, reason);
    }

    public Cause why() {
        return cause;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** How long to wait in whole seconds, as the header Retry-After says it (RFC 9110 §10.2.3). */
    public long retryAfterSeconds() {
        return retryAfter.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
