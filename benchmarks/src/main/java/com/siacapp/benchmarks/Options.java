package com.siacapp.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run was asked to do, by system properties.
 *
 * @param checkout where README's commands are timed, too; empty if they are not
 * @param work a folder of this run's own, made anew each time
 * @param java the home of the JDK that runs the server, and whatever it is compared with
 * @param isPinned whether what is measured gets one core, and what drives it another
 */
record Options(
        Path server,
        Path ear,
        Optional<Path> checkout,
        Path work,
        Path java,
        Duration warmUp,
        Duration measured,
        Pattern lines,
        boolean isPinned) {

    private static final String MEASURED_CORE = "0";
    private static final String DRIVING_CORE = "1";
    private static final String ALL_CORES = MEASURED_CORE + "," + DRIVING_CORE;

    static Options read() {
        return new Options(
                path("server"),
                path("ear"),
                is("builds") ? Optional.of(path("checkout")) : Optional.empty(),
                path("work"),
                Path.of(System.getProperty("java", System.getProperty("java.home"))),
                Duration.parse(System.getProperty("warm-up", "PT15S")),
                Duration.parse(System.getProperty("measured", "PT10S")),
                Pattern.compile(System.getProperty("lines", ".*")),
                is("pin"));
    }

    private static boolean is(String name) {
        return List.of("", "true").contains(System.getProperty(name, "false"));
    }

    private static Path path(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("-D" + name + " is missing; see benchmarks/README.md");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    boolean includes(String line) {
        return lines.matcher(line).find();
    }

    /** What stands before the command of a process that is measured. */
    List<String> onMeasuredCore() {
        return isPinned ? List.of("taskset", "-c", MEASURED_CORE) : List.of();
    }

    /** What stands before the command of a process that has the machine for itself. */
    List<String> onAllCores() {
        return isPinned ? List.of("taskset", "-c", ALL_CORES) : List.of();
    }

    /** Lets a process that was started on the measured core use all: what compiles its code is not to wait for its load. */
    void letUseAllCores(long process) throws InterruptedException {
        move(process, ALL_CORES);
    }

    void moveBackToMeasuredCore(long process) throws InterruptedException {
        move(process, MEASURED_CORE);
    }

    /** Moves this process to its core; what it starts from now on follows it. */
    void moveDriver() throws InterruptedException {
        move(ProcessHandle.current().pid(), DRIVING_CORE);
    }

    private void move(long process, String cores) throws InterruptedException {
        if (isPinned) {
            Child.run(List.of("taskset", "-a", "-c", "-p", cores, String.valueOf(process)));
        }
    }

    /** This program's class path, run by the chosen JDK. */
    List<String> javaCommand(String mainClass) {
        return List.of(
                java.resolve("bin/java").toString(), "-classpath", System.getProperty("java.class.path"), mainClass);
    }
}
