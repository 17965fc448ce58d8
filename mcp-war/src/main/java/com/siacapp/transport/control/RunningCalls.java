package com.siacapp.transport.control;

import com.siacapp.subscriptions.control.StreamSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** The calls whose clients have no whole answer yet on this node: those that take long are kept alive. */
@Singleton
public class RunningCalls {

    /** Most calls are answered long before, as plain JSON. */
    static final Duration FIRST_KEEP_ALIVE = Duration.ofSeconds(10);

    /** A client that takes nothing of its answer for so long is left. */
    static final Duration TO_TAKE_AN_ANSWER = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(RunningCalls.class);

    private final Set<HttpExchange> calls = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    @Inject
    public RunningCalls(Clock clock) {
        this.clock = clock;
    }

    public void add(HttpExchange call) {
        calls.add(call);
    }

    /** The call's thread is done with it; an answer that comes later keeps it here. */
    public void release(HttpExchange call) {
        call.release();
        if (call.isTaken()) {
            calls.remove(call);
        }
    }

    public int count() {
        return calls.size();
    }

    /**
     * Writes a comment to who hears nothing for too long.
     *
     * @param writers writes may block where a client takes nothing
     */
    public void beat(Executor writers) {
        var now = clock.instant();
        var keepAlive = StreamSettings.KEEP_ALIVE.value();
        var first = keepAlive.compareTo(FIRST_KEEP_ALIVE) < 0 ? keepAlive : FIRST_KEEP_ALIVE;
        calls.removeIf(HttpExchange::isTaken);
        for (var call : calls) {
            call.giveUp(now.minus(TO_TAKE_AN_ANSWER));
            if (call.isSilentSince(now.minus(call.isStreaming() ? keepAlive : first))) {
                keepAlive(call, writers);
            }
        }
    }

    private static void keepAlive(HttpExchange call, Executor writers) {
        try {
            call.keepAlive(writers);
        } catch (RejectedExecutionException busy) {
            LOG.debug("No thread to keep a call alive; the next beat tries again", busy);
        }
    }
}
