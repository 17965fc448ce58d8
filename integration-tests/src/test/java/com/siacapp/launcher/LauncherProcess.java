package com.siacapp.launcher;

import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.ServerLog;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The launcher as its user runs it: a program of its own, with a data folder, ports and a terminal. */
public final class LauncherProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);
    private static final String LAST_LINE_OF_WELCOME = "Stop with Ctrl-C";
    private static final Set<String> STARTS_OF_SERVERS = Set.of("run", "serve");

    private final String command;
    private final Data data;
    private final Ports ports;
    private final Process process;
    private final Terminal terminal;

    private LauncherProcess(Data data, Ports ports, Process process, String command) {
        this.command = command;
        this.data = data;
        this.ports = ports;
        this.process = process;
        this.terminal = new Terminal(process.inputReader());
    }

    /** Ports nobody else listens on. */
    static Ports freePorts() {
        try (var http = new ServerSocket(0);
                var management = new ServerSocket(0)) {
            return new Ports(http.getLocalPort(), management.getLocalPort());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** On ports of its own. */
    public static LauncherProcess start(Path data) {
        return start(data, freePorts(), Map.of());
    }

    static LauncherProcess start(Path data, Ports ports, Map<String, String> environment) {
        return start(
                new Data(data),
                ports,
                environment,
                "run",
                "--server=" + System.getProperty("siac.server.home"),
                "--ear=" + System.getProperty("siac.ear"),
                "--data=" + data,
                "--port=" + ports.http(),
                "--management-port=" + ports.management());
    }

    /** In earnest, with these settings; it speaks TLS at a port of its own, too, if they say so. */
    public static LauncherProcess serve(Path data, int https, Map<String, String> environment) {
        return serve(data, freePorts(), https, environment);
    }

    static LauncherProcess serve(Path data, Ports ports, int https, Map<String, String> environment, String... more) {
        var arguments = Stream.of(
                "serve",
                "--server=" + System.getProperty("siac.server.home"),
                "--ear=" + System.getProperty("siac.ear"),
                "--data=" + data,
                "--port=" + ports.http(),
                "--https-port=" + https,
                "--management-port=" + ports.management());
        return start(
                new Data(data),
                ports,
                environment,
                Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    /** Any command that starts no server, such as {@code setup-link}, to its end. */
    public static Ended command(Map<String, String> environment, String... arguments) {
        try (var command = start(new Data(Path.of("no-data")), new Ports(0, 0), environment, arguments)) {
            return command.awaitEnd();
        }
    }

    private static LauncherProcess start(Data data, Ports ports, Map<String, String> environment, String... arguments) {
        var command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.siacapp.launcher.Launcher")
                .redirectErrorStream(true);
        command.command().addAll(List.of(arguments));
        command.environment().keySet().removeIf(name -> name.startsWith("SIAC_"));
        command.environment().putAll(environment);
        Secrets.seenIn(environment);
        try {
            return new LauncherProcess(data, ports, command.start(), arguments[0]);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + ports.http());
    }

    /** Where operators and their tools ask how it is. */
    public URI management() {
        return URI.create("http://localhost:" + ports.management());
    }

    Ports ports() {
        return ports;
    }

    Data data() {
        return data;
    }

    /** What the launcher wrote beside its data, such as {@code author.password}. */
    public String demo(String property) {
        return data.demo().getProperty(property);
    }

    /** Waits for the words that tell the person what to do next, and answers what the terminal shows. */
    public String awaitReady() {
        return await(LAST_LINE_OF_WELCOME);
    }

    /** Waits until the terminal shows these words. */
    public String await(String words) {
        var shown = terminal.shows(words);
        CompletableFuture.anyOf(shown, process.onExit())
                .orTimeout(LONGEST_START.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (!shown.isDone()) {
            throw new AssertionError("the launcher ended without \"" + words + "\":\n" + terminal.text());
        }
        return terminal.text();
    }

    /** Waits until the data folder holds this file, of which no one tells. */
    void awaitFile(String name) {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.exists(data.file(name))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("no file " + name + ":\n" + terminal.text());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** All that runs for this launcher, itself included. An older PostgreSQL belongs to another one. */
    List<ProcessHandle> processes() {
        var ownPostmaster =
                data.postmaster().filter(postmaster -> !startOf(postmaster).isBefore(startOf(toHandle())));
        return Stream.concat(Stream.of(toHandle()), ownPostmaster)
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
    }

    private ProcessHandle toHandle() {
        return process.toHandle();
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.MAX);
    }

    /** SIGTERM, as by a service manager. Process.destroy would close the terminal, too. */
    public Ended stop() {
        toHandle().destroy();
        return awaitEnd();
    }

    public Ended awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher does not end:\n" + terminal.text());
            }
            return new Ended(process.exitValue(), terminal.toItsEnd());
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    /** Leaves nothing behind, whatever the test found. */
    @Override
    public void close() {
        var all = new ArrayList<>(processes());
        if (process.isAlive()) {
            stop();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        Secrets.seenIn(terminal.text());
        data.drawn().forEach(Secrets::seen);
        if (STARTS_OF_SERVERS.contains(command)) {
            ServerLog.keep(log());
            ServerLog.keep(data.file("postgres.log"), data.file("server/log/server.log"));
        }
    }

    /** Without the welcome, which tells the person passwords and a link on purpose. */
    private String log() {
        return terminal.text().replaceFirst("(?s)SIAC Assistant is ready\\..*" + LAST_LINE_OF_WELCOME, "");
    }

    /** How it ended, and what it had said by then. */
    public record Ended(int exitCode, String output) {}

    /** The data folder. */
    record Data(Path folder) {

        Path file(String name) {
            return folder.resolve(name);
        }

        Properties demo() {
            return properties(file("demo.properties"));
        }

        /** The secrets that a first run made. */
        Stream<String> drawn() {
            return Stream.of("demo.properties", "secrets.properties")
                    .map(this::file)
                    .filter(Files::isRegularFile)
                    .flatMap(file -> properties(file).values().stream())
                    .map(String::valueOf)
                    .filter(value -> !value.contains("@"));
        }

        private static Properties properties(Path file) {
            var properties = new Properties();
            try {
                properties.load(new StringReader(Files.readString(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return properties;
        }

        /** Where the launcher's PostgreSQL is reached: the fourth line of its own file is its port. */
        String databaseUrl() {
            try {
                return "jdbc:postgresql://localhost:"
                        + Files.readAllLines(file("postgres/postmaster.pid")).get(3) + "/postgres";
            } catch (IOException notRunning) {
                throw new UncheckedIOException(notRunning);
            }
        }

        /** PostgreSQL is in a session of its own, so only its own file tells which process it is. */
        Stream<ProcessHandle> postmaster() {
            try {
                var pid = Files.readAllLines(file("postgres/postmaster.pid")).get(0);
                return ProcessHandle.of(Long.parseLong(pid)).stream();
            } catch (IOException | IndexOutOfBoundsException notRunning) {
                return Stream.empty();
            }
        }
    }
}
