package com.siacapp.installation.control;

import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntUnaryOperator;

/** Regular work on many rows, a few in each transaction, so that nobody waits long for it. */
public final class Batches {

    private static final int SIZE = 500;

    private Batches() {}

    /** Lets the timer's owner look again and again. */
    public static void schedule(TimerService timers, String name) {
        var interval = InstallationSettings.RETENTION_CHECK.value().toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(name, false));
    }

    /**
     * Repeats a batch until nothing is left.
     *
     * @param batch a transaction of its own: given how many rows at most, does as many as it can and returns how many
     */
    public static void all(IntUnaryOperator batch) {
        while (batch.applyAsInt(SIZE) == SIZE) {
            // The next.
        }
    }

    /**
     * Deletes some of what ended before a moment, in the transaction at hand; how many.
     *
     * @param statement native SQL that has the moment for its first parameter, and how many rows at most for its second
     */
    public static int delete(EntityManager entities, String statement, Instant endedBefore, int most) {
        return entities.createNativeQuery(statement)
                .setParameter(1, endedBefore.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .executeUpdate();
    }
}
