package com.siacapp.transport.boundary;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Subscription;
import com.siacapp.subscriptions.boundary.OpenStreams;
import com.siacapp.subscriptions.boundary.SessionStreams;
import com.siacapp.transport.control.RunningCalls;
import com.siacapp.transport.control.ServerState;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one timer of all streams and calls of this node, and their way to hear signals. */
@WebListener
@ManagedExecutorDefinition(name = Heartbeat.WRITERS, maxAsync = 4)
public class Heartbeat implements ServletContextListener {

    static final String WRITERS = "java:module/concurrent/writers";

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private static final Duration BEAT = Duration.ofSeconds(1);

    /** What comes within this time is told at once: a stream hears of a list that changes many times but once. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    @Resource
    ManagedScheduledExecutorService timer;

    /** A write may block, so that others have their threads elsewhere. */
    @Resource(lookup = WRITERS)
    ManagedExecutorService writers;

    @EJB
    Signals signals;

    @Inject
    OpenStreams streams;

    @Inject
    SessionStreams sessionStreams;

    @Inject
    RunningCalls calls;

    private final AtomicBoolean gathering = new AtomicBoolean();
    private @Nullable Future<?> beats;
    private volatile @Nullable Future<?> delivery;
    private @Nullable Subscription subscription;
    private @Nullable ServerState state;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        subscription = signals.subscribe(this::hear);
        beats = timer.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), MILLISECONDS);
        state = ServerState.onSuspend(streams::endAll);
    }

    /** Streams end while they still can, so that their clients go to another node. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (state != null && beats != null && subscription != null) {
            state.close();
            subscription.close();
            beats.cancel(false);
        }
        if (delivery != null) {
            delivery.cancel(false);
        }
        streams.endAll();
    }

    /** What needs no database first. */
    private void beat() {
        attempt(() -> calls.beat(writers));
        attempt(streams::beat);
        attempt(streams::deliver);
        attempt(sessionStreams::look);
    }

    /** What it throws would end a timer for good, and keep others waiting. */
    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error failed) {
            LOG.error("Streams could not be looked after; the next beat tries again", failed);
        }
    }

    private void hear(Signal signal) {
        streams.hear(signal);
        sessionStreams.hear(signal);
        if (gathering.compareAndSet(false, true)) {
            try {
                delivery = timer.schedule(this::deliver, GATHERING.toMillis(), MILLISECONDS);
            } catch (RejectedExecutionException suspending) {
                gathering.set(false);
            }
        }
    }

    private void deliver() {
        gathering.set(false);
        attempt(streams::deliver);
    }
}
