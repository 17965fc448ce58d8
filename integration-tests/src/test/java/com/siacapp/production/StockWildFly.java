package com.siacapp.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A WildFly as an enterprise has it: provisioned from the registry by its own layers, with nothing of ours in it. Each has
 * a home of its own, where only what nobody writes to is a link.
 */
final class StockWildFly implements AutoCloseable {

    private static final Path PROVISIONED = Path.of(System.getProperty("siac.stock.home"));
    private static final List<String> READ_ONLY = List.of("bin", "jboss-modules.jar", "modules/system");

    /** What the build gives to operators. */
    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("siac.server.home")).normalize().getParent();

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Path home;
    private final int http;
    private final int management;
    private final Process process;

    private StockWildFly(Path home, int http, int management, Process process) {
        this.home = home;
        this.http = http;
        this.management = management;
        this.process = process;
    }

    /** An untouched one, with the settings in its environment as the guide wants it. */
    static StockWildFly start(Path home, Map<String, String> settings) throws IOException {
        Files.createDirectories(home.resolve("modules"));
        for (var name : READ_ONLY) {
            Files.createSymbolicLink(home.resolve(name), PROVISIONED.resolve(name));
        }
        copy(PROVISIONED.resolve("standalone"), home.resolve("standalone"));
        var http = TestServer.freePort();
        var management = TestServer.freePort();
        var command = new ProcessBuilder(
                        home.resolve("bin/standalone.sh").toString(),
                        "-Dorg.wildfly.sigterm.suspend.timeout=10",
                        "-Djboss.http.port=" + http,
                        "-Djboss.management.http.port=" + management)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        Secrets.seenIn(settings);
        command.environment().putAll(settings);
        command.environment().put("JBOSS_HOME", home.toString());
        command.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        command.environment().put("JAVA_OPTS", "-Xmx384m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true");
        return new StockWildFly(home, http, management, command.start());
    }

    /** What its operator types at a terminal, where only the distribution and the port are elsewhere. */
    void type(String commands) throws IOException {
        var here = commands.replace("/opt/siac", DISTRIBUTION.toString())
                .replace(" --connect ", " --connect --controller=127.0.0.1:" + management + " ");
        var shell = new ProcessBuilder("sh", "-euc", here).redirectErrorStream(true);
        shell.environment().put("JBOSS_HOME", home.toString());
        var typed = shell.start();
        var said = new String(typed.getInputStream().readAllBytes(), UTF_8);
        if (typed.onExit().join().exitValue() != 0) {
            throw new AssertionError(here + "\n" + said);
        }
    }

    /** The configuration as it keeps it. */
    String configuration() throws IOException {
        return Files.readString(home.resolve("standalone/configuration/standalone.xml"));
    }

    URI address() {
        return URI.create("http://localhost:" + http);
    }

    URI management() {
        return URI.create("http://localhost:" + management);
    }

    /** Waits until it has started, and what is deployed there is ready too. */
    void awaitReady() throws IOException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(Files.readString(home.resolve("console.log")));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private boolean isReady() {
        try {
            var asked = (HttpURLConnection)
                    management().resolve("/health/ready").toURL().openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
        ServerLog.keep(home.resolve("console.log"), home.resolve("standalone/log/server.log"));
    }
}
