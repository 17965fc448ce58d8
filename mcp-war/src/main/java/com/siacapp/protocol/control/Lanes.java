package com.siacapp.protocol.control;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Leaves each person some of the threads only, so that nobody's work keeps that of everybody else waiting. */
public final class Lanes {

    private final Executor threads;
    private final int width;
    private final Map<UUID, Lane> lanes = new HashMap<>();

    /** @param width how many threads a person has at most */
    public Lanes(Executor threads, int width) {
        this.threads = threads;
        this.width = width;
    }

    /**
     * Runs this as soon as a thread is free for this person, in the order it came.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the threads take no more work
     */
    public void execute(UUID user, Runnable work) {
        Lane lane;
        synchronized (lanes) {
            lane = lanes.computeIfAbsent(user, Lane::new);
            if (lane.busy == width) {
                lane.waiting.add(work);
                return;
            }
            lane.busy++;
        }
        start(lane, work);
    }

    /** How much of this person's work waits for a thread. */
    public int waiting(UUID user) {
        synchronized (lanes) {
            var lane = lanes.get(user);
            return lane == null ? 0 : lane.waiting.size();
        }
    }

    private void start(Lane lane, Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    next(lane);
                }
            });
        } catch (RuntimeException | Error noThread) {
            next(lane);
            throw noThread;
        }
    }

    private void next(Lane lane) {
        Runnable following;
        synchronized (lanes) {
            following = lane.waiting.poll();
            if (following == null) {
                lane.busy--;
                if (lane.busy == 0) {
                    lanes.remove(lane.user);
                }
            }
        }
        if (following != null) {
            start(lane, following);
        }
    }

    private static final class Lane {

        private final UUID user;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int busy;

        private Lane(UUID user) {
            this.user = user;
        }
    }
}
