package com.siacapp.protocol.boundary;

import static com.siacapp.signals.entity.Signal.Kind.ANSWERED;
import static com.siacapp.signals.entity.Signal.Kind.CANCELLED;
import static com.siacapp.signals.entity.Signal.Kind.GRANT_ENDED;
import static java.util.Objects.requireNonNull;

import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.protocol.control.Lanes;
import com.siacapp.protocol.control.SessionCalls;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.Questions;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives the calls that wait for answers their threads, looks after them, and tells them what other nodes say. */
@ApplicationScoped
@ManagedExecutorDefinition(name = Background.RESUMED, maxAsync = 16)
public class Background {

    static final String RESUMED = "java:module/concurrent/resumed";

    private static final int THREADS_OF_ONE_PERSON = 4;

    private static final Logger LOG = Logger.getLogger(Background.class);

    @Inject
    Questions questions;

    @Inject
    McpSessions sessions;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    /** Their own, for the same reason as those of tasks: an answer or a cancellation does not wait for them. */
    @Resource(lookup = RESUMED)
    ManagedExecutorService resumed;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable SessionCalls calls;
    private @Nullable Subscription subscription;
    private @Nullable Future<?> looks;
    private volatile boolean failing;

    @PostConstruct
    void start() {
        var started = new SessionCalls(
                questions, sessions, accessTokens::asOfNow, threads, new Lanes(resumed, THREADS_OF_ONE_PERSON), clock);
        subscription = signals.subscribe(signal -> heard(signal, started));
        looks = timer.scheduleWithFixedDelay(() -> look(started), 1, 1, TimeUnit.SECONDS);
        calls = started;
    }

    @PreDestroy
    void stop() {
        if (subscription != null) {
            subscription.close();
        }
        if (looks != null) {
            looks.cancel(false);
        }
        if (calls != null) {
            calls.close();
        }
    }

    @Produces
    @Singleton
    SessionCalls calls() {
        return requireNonNull(calls);
    }

    /** On the one thread of all signals, so it only hands over. */
    private void heard(Signal signal, SessionCalls told) {
        if (signal.kind() == ANSWERED) {
            told.answered(UUID.fromString(signal.subject()));
        } else if (signal.kind() == CANCELLED) {
            var names = signal.names();
            var session = UUID.fromString(names.get(0));
            threads.execute(() -> cancel(told, session, names));
        } else if (signal.kind() == GRANT_ENDED) {
            threads.execute(() -> told.endAllOf(signal.audience()));
        }
    }

    private static void cancel(SessionCalls told, UUID session, List<String> names) {
        if (names.size() == 1) {
            told.cancelAll(session);
        } else {
            told.cancel(session, names.get(1));
        }
    }

    /** Says once that it does not work: the database may be away for a while. What it throws would end the timer. */
    private void look(SessionCalls told) {
        try {
            told.look();
            failing = false;
        } catch (RuntimeException | Error unavailable) {
            if (!failing) {
                LOG.warn("Answers to calls that wait cannot be looked for.", unavailable);
            }
            failing = true;
        }
    }
}
