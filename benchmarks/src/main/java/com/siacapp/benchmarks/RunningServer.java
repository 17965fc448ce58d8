package com.siacapp.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The product as its launcher starts it, with limits that only this load needs. */
final class RunningServer implements AutoCloseable {

    private static final String LAUNCHER = "com.siacapp.launcher.Launcher";
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int PAUSE_MILLIS = 50;

    /** One person and one address do here what thousands do elsewhere. */
    private static final Map<String, String> LIMITS = Map.of(
            "SIAC_LIMIT_REGISTRATIONS", "1000000000/PT10M",
            "SIAC_LIMIT_REGISTRATIONS_PER_ADDRESS", "1000000000/PT10M",
            "SIAC_LIMIT_REGISTRATIONS_PER_NEIGHBOURHOOD", "1000000000/PT10M",
            "SIAC_MCP_CALLS_PER_TOOL", "1000000000/PT1M",
            "SIAC_MCP_REQUESTS_AT_ONCE", "10000",
            "SIAC_MCP_REQUESTS_PER_USER", "1000000000/PT1M");

    private final Child launcher;
    private final Site site;
    private final Path data;
    private final Duration toReady;

    private RunningServer(Child launcher, Site site, Path data, Duration toReady) {
        this.launcher = launcher;
        this.site = site;
        this.data = data;
        this.toReady = toReady;
    }

    /** Starts it and waits until it is ready. */
    static RunningServer start(Options options, DurablePostgres database, List<String> pinning)
            throws InterruptedException {
        var data = options.work().resolve("data");
        var site = new Site(Site.freePort());
        var command = new ArrayList<>(options.javaCommand(LAUNCHER));
        command.addAll(List.of(
                "run",
                "--server=" + options.server(),
                "--ear=" + options.ear(),
                "--data=" + data,
                "--port=" + site.port(),
                "--management-port=" + Site.freePort()));
        var environment = new HashMap<>(LIMITS);
        environment.putAll(database.environment());
        var began = System.nanoTime();
        var launcher = Child.start(pinning, command, environment, options.work().resolve("server.log"));
        try {
            awaitHealth(site, launcher);
            return new RunningServer(launcher, site, data, Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException | InterruptedException notStarted) {
            launcher.close();
            throw notStarted;
        }
    }

    /** Waits until the product answers that all is well; its log is in the folder of this run. */
    static void awaitHealth(Site site, Child launcher) throws InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isHealthy(site)) {
            if (!launcher.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The server did not start; see server.log");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isHealthy(Site site) {
        try (var connection = site.connect()) {
            return connection.send(site.get("/health")).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Site site() {
        return site;
    }

    /** From the launcher's start to the first answer that all is well. */
    Duration toReady() {
        return toReady;
    }

    /** Of the server itself, not of its launcher. */
    long pid() {
        return ProcessHandle.of(launcher.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** What the launcher drew for the demo company's administrator. */
    Properties demo() {
        try (var reader = Files.newBufferedReader(data.resolve("demo.properties"))) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        launcher.close();
    }
}
