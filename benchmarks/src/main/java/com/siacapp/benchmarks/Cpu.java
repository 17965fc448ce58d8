package com.siacapp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What the kernel counts of a process's work (proc(5)); all in milliseconds. */
final class Cpu {

    /** USER_HZ, which is 100 wherever Linux runs Java. */
    private static final long MILLIS_PER_TICK = 10;

    /** Of /proc/PID/stat, counted from its parent's id, which follows the program's name and state. */
    private static final int USER_TIME = 10;

    private static final int SYSTEM_TIME = 11;
    private static final int CHILDREN_USER_TIME = 12;
    private static final int CHILDREN_SYSTEM_TIME = 13;

    /** Of the first line of /proc/stat. */
    private static final int IDLE = 3;

    private static final int WAITING = 4;
    private static final int FIELDS_OF_MACHINE = 8;

    private Cpu() {}

    /** What this process used, in user and in system mode. */
    static long of(long pid) {
        var fields = fields(pid);
        return fields[USER_TIME] + fields[SYSTEM_TIME];
    }

    /** The same of a process and all its children, those that ended too. */
    static long ofFamily(long pid) {
        var fields = fields(pid);
        var children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> of(child.pid()))
                .sum();
        return fields[USER_TIME]
                + fields[SYSTEM_TIME]
                + fields[CHILDREN_USER_TIME]
                + fields[CHILDREN_SYSTEM_TIME]
                + children;
    }

    /** All cores together: what they worked, and what they did not. */
    static Machine ofMachine() {
        var line = read(Path.of("/proc/stat")).lines().findFirst().orElseThrow();
        var fields = numbers(line.substring("cpu".length()));
        var all = LongStream.of(fields).limit(FIELDS_OF_MACHINE).sum();
        var idle = fields[IDLE] + fields[WAITING];
        return new Machine(all - idle, idle);
    }

    /** What the machine's cores did. */
    record Machine(long busy, long idle) {}

    /** How much of this process is in memory now, in MiB. */
    static double residentMiB(long pid) {
        var kibibytes = read(Path.of("/proc", String.valueOf(pid), "status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(kibibytes) / 1024.0;
    }

    private static long[] fields(long pid) {
        var line = read(Path.of("/proc", String.valueOf(pid), "stat"));
        return line.isEmpty() ? new long[CHILDREN_SYSTEM_TIME + 1] : numbers(line.substring(line.lastIndexOf(')') + 3));
    }

    private static long[] numbers(String line) {
        return Arrays.stream(line.strip().split("\\s+"))
                .filter(field -> field.matches("-?\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .map(ticks -> ticks * MILLIS_PER_TICK)
                .toArray();
    }

    /** Empty if the process ended meanwhile; its parent has its time then. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
