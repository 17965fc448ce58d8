package com.siacapp.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A WildFly as an enterprise has it: provisioned from the registry by its own layers, with nothing of ours in it. Each has
 * a configuration of its own, so that one server serves all tests.
 */
final class StockWildFly implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("siac.stock.home"));

    /** What the build gives to operators of such servers. */
    private static final Path OURS =
            Path.of(System.getProperty("siac.server.home")).resolveSibling("wildfly");

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Path base;
    private final int http;
    private final int management;
    private final Process process;

    private StockWildFly(Path base, int http, int management, Process process) {
        this.base = base;
        this.http = http;
        this.management = management;
        this.process = process;
    }

    /** The steps of the guide but the last, which starts it. */
    static Path prepared(Path folder) throws IOException {
        copy(OURS.resolve("modules"), HOME.resolve("modules"));
        copy(HOME.resolve("standalone"), folder);
        return folder;
    }

    /** Runs our commands on the configuration there; what it is then. */
    static String configured(Path base) throws IOException {
        var script = Files.createTempFile(base, "siac", ".cli");
        Files.writeString(
                script,
                "embed-server --server-config=standalone.xml\n" + Files.readString(OURS.resolve("siac.cli"))
                        + "\nstop-embedded-server\n");
        var command = new ProcessBuilder(HOME.resolve("bin/jboss-cli.sh").toString(), "--file=" + script)
                .redirectErrorStream(true);
        command.environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + base);
        var ran = command.start();
        var said = new String(ran.getInputStream().readAllBytes(), UTF_8);
        try {
            if (ran.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
        return Files.readString(base.resolve("configuration/standalone.xml"));
    }

    /** Deploys the application by its folder, and starts the server. */
    static StockWildFly start(Path base, Map<String, String> settings) throws IOException {
        Files.copy(
                Path.of(System.getProperty("siac.ear")),
                base.resolve("deployments/siac.ear"),
                StandardCopyOption.REPLACE_EXISTING);
        var http = TestServer.freePort();
        var management = TestServer.freePort();
        var command = new ProcessBuilder(new ArrayList<>(List.of(
                        HOME.resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + http,
                        "-Djboss.management.http.port=" + management)))
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile());
        command.environment().putAll(settings);
        command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        command.environment().put("JAVA_OPTS", "-Xmx384m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true");
        return new StockWildFly(base, http, management, command.start());
    }

    URI address() {
        return URI.create("http://localhost:" + http);
    }

    URI management() {
        return URI.create("http://localhost:" + management);
    }

    /** Waits until the application answers. */
    void awaitHealth() throws IOException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(Files.readString(base.resolve("console.log")));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private boolean isHealthy() {
        try {
            var asked = (HttpURLConnection) address().resolve("/health").toURL().openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
