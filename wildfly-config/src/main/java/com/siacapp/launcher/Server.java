package com.siacapp.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** One WildFly process with the EAR, in a folder of its own so that the provisioned server stays untouched. */
final class Server implements AutoCloseable {

    private static final String JAVA_OPTIONS = "SIAC_JAVA_OPTIONS";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    /** What is being answered is answered, before the server stops. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** What stands before the sentences, each on a line of its own, among the causes of a failed deployment. */
    private static final String WRONG_SETTING = "InvalidSettingException: ";

    /** What the server may put behind the last of them. */
    private static final String END_OF_CAUSE = "\\.[\"}\\], ]*$";

    private final Process process;
    private final Path deployments;
    private final URI health;

    private Server(Process process, Path deployments, URI health) {
        this.process = process;
        this.deployments = deployments;
        this.health = health;
    }

    /** @param javaOptions what the server's JVM is told besides */
    static Server start(
            ServerOptions options,
            Path base,
            LogFormat log,
            List<String> javaOptions,
            Map<String, String> environment) {
        var ports = options.ports();
        try {
            var deployments = layOut(options.server(), options.ear(), base);
            log.prepare(base.resolve("configuration"));
            var command = StandaloneCommandBuilder.of(options.server())
                    .setBaseDirectory(base)
                    .setJavaOptions(ofMemory())
                    .addJavaOption("-Djava.net.preferIPv4Stack=true")
                    .addJavaOption("-Dorg.wildfly.sigterm.suspend.timeout=" + LONGEST_DRAIN.toSeconds())
                    .addJavaOptions(log.javaOptions())
                    .addJavaOptions(javaOptions)
                    .addServerArguments(
                            "-Djboss.http.port=" + ports.http(), "-Djboss.management.http.port=" + ports.management());
            var process = Launcher.of(command)
                    .inherit()
                    .addEnvironmentVariables(environment)
                    .launch();
            return new Server(process, deployments, URI.create("http://localhost:" + ports.http() + "/health"));
        } catch (IOException unusable) {
            throw LaunchException.because(
                    "the server's folder " + base + " cannot be prepared (" + LaunchException.reason(unusable) + ").");
        }
    }

    /** Memory is the operator's to decide: a container's limit, say. */
    private static String[] ofMemory() {
        return System.getenv()
                .getOrDefault(JAVA_OPTIONS, "-Xms64m -Xmx384m -XX:+UseSerialGC")
                .strip()
                .split("\\s+");
    }

    /** The configuration always is the provisioned one: what the last start wrote into it does not pile up. */
    private static Path layOut(Path home, Path ear, Path base) throws IOException {
        var configuration = Files.createDirectories(base.resolve("configuration"));
        try (var files = Files.list(home.resolve("standalone/configuration"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var deployments = Files.createDirectories(base.resolve("deployments"));
        Files.deleteIfExists(marker(deployments, ".deployed"));
        Files.deleteIfExists(marker(deployments, ".failed"));
        Files.copy(ear, deployments.resolve("siac.ear"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(marker(deployments, ".dodeploy"), "");
        return deployments;
    }

    private static Path marker(Path deployments, String state) {
        return deployments.resolve("siac.ear" + state);
    }

    /** Waits until the application answers. */
    void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive()) {
                throw LaunchException.because(
                        "the server ended with code " + process.exitValue() + "; its last lines above say why.");
            }
            if (Files.exists(marker(deployments, ".failed"))) {
                throw LaunchException.because(whyNotDeployed());
            }
            if (System.nanoTime() > end) {
                throw LaunchException.because(
                        "the server was not ready within " + LONGEST_START.toMinutes() + " minutes.");
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    /** A wrong setting is named in what the server keeps of the failure; anything else is in the log alone. */
    private String whyNotDeployed() {
        try {
            var failure = Files.readString(marker(deployments, ".failed"));
            var sentences = failure.substring(failure.indexOf(WRONG_SETTING) + WRONG_SETTING.length())
                    .replaceAll("\\\\+n", "\n")
                    .replaceAll("\\\\+\"", "\"")
                    .lines()
                    .takeWhile(line -> line.startsWith("SIAC_"))
                    .map(line -> line.replaceFirst(END_OF_CAUSE, "."))
                    .collect(Collectors.joining("\n"));
            if (!sentences.isEmpty()) {
                return sentences;
            }
        } catch (IOException unreadable) {
            // Then the log says it, too.
        }
        return "the application was not deployed; the lines above say why.";
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits until the process ends by itself, which it should not. */
    LaunchException ended() throws InterruptedException {
        return LaunchException.because("the server ended by itself with code " + process.waitFor() + ".");
    }

    /** Asks the server to stop, and makes it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
