package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A launcher told to stop, as it was found afterwards. */
record Stopped(LauncherProcess.Ended ended, List<ProcessHandle> all, List<ProcessHandle> alive, boolean portsAreFree) {

    private static final int SIGTERM = 128 + 15;

    static Stopped by(LauncherProcess run) {
        var all = run.processes();
        var ended = run.stop();
        awaitEnd(all);
        var alive = Stream.concat(
                        all.stream().filter(ProcessHandle::isAlive), run.data().postmaster())
                .toList();
        return new Stopped(ended, all, alive, areFree(run.ports()));
    }

    /** PostgreSQL says that it has ended a moment before it has. */
    private static void awaitEnd(List<ProcessHandle> all) {
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .join();
    }

    private static boolean areFree(Ports ports) {
        try {
            Listeners.here(ports).requireFree();
            return true;
        } catch (LaunchException inUse) {
            return false;
        }
    }

    void leftNothing() {
        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(SIGTERM);
        assertThat(alive).isEmpty();
        assertThat(portsAreFree).isTrue();
    }
}
