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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** One WildFly process with the EAR, in a folder of its own so that the provisioned server stays untouched. */
final class Server implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Process process;
    private final Path deployments;
    private final URI health;

    private Server(Process process, Path deployments, URI health) {
        this.process = process;
        this.deployments = deployments;
        this.health = health;
    }

    static Server start(Path home, Path ear, Path base, Ports ports, Map<String, String> environment) {
        try {
            var deployments = layOut(home, ear, base);
            var command = StandaloneCommandBuilder.of(home)
                    .setBaseDirectory(base)
                    .setJavaOptions("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true")
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
                throw LaunchException.because("the application was not deployed; the lines above say why.");
            }
            if (System.nanoTime() > end) {
                throw LaunchException.because(
                        "the server was not ready within " + LONGEST_START.toMinutes() + " minutes.");
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
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

    /** Waits for the process's own end. */
    int await() throws InterruptedException {
        return process.waitFor();
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
