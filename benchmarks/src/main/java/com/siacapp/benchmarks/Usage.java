package com.siacapp.benchmarks;

import java.util.OptionalLong;

/** What was used of the machine so far, or between two looks at it; in milliseconds. */
record Usage(double elapsed, double server, double database, double driver, double busy, double idle) {

    private static final double NANOS_PER_MILLI = 1_000_000;

    Usage since(Usage before) {
        return new Usage(
                elapsed - before.elapsed,
                server - before.server,
                database - before.database,
                driver - before.driver,
                busy - before.busy,
                idle - before.idle);
    }

    /** The share of all cores that nobody used. */
    double idleShare() {
        return share(idle);
    }

    /** The share of all cores that programs used which are no part of this run. */
    double othersShare() {
        return share(Math.max(0, busy - server - database - driver));
    }

    private double share(double part) {
        return part / Math.max(1, busy + idle);
    }

    /**
     * Where to look.
     *
     * @param server the measured process, if there is one
     * @param database the first process of PostgreSQL, if there is one
     */
    record Meter(OptionalLong server, OptionalLong database) {

        Usage read() {
            var machine = Cpu.ofMachine();
            return new Usage(
                    System.nanoTime() / NANOS_PER_MILLI,
                    server.isPresent() ? Cpu.of(server.getAsLong()) : 0,
                    database.isPresent() ? Cpu.ofFamily(database.getAsLong()) : 0,
                    Cpu.of(ProcessHandle.current().pid()),
                    machine.busy(),
                    machine.idle());
        }
    }
}
