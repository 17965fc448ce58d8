package com.siacapp.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** One WildFly process with the EAR, in a folder of its own so that the provisioned server stays untouched. */
final class Server implements AutoCloseable {

    private static final String JAVA_OPTIONS = "SIAC_JAVA_OPTIONS";

    /**
     * The JVM drops compiled code that was not called lately, the sooner the smaller its cache is. Here it waits as long as
     * it can without waiting for ever, because what staff do only now and then is compiled anew each time otherwise; for
     * ever, and a full cache would end all compiling.
     */
    static final String DEFAULT_JAVA_OPTIONS =
            "-Xms64m -Xmx192m -XX:MaxNewSize=24m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=128m -XX:NmethodSweepActivity=1 -XX:+ExitOnOutOfMemoryError";

    /** The C library by itself keeps memory apart for many threads, and much of it empty. */
    private static final String ARENAS = "MALLOC_ARENA_MAX";

    private static final String FEW_ARENAS = "2";

    private static final int WITH_TRIMMING = 22;
    private static final int WITH_COMPACT_HEADERS = 25;

    /**
     * WildFly by itself gives up a start after five minutes, and the next one would begin the same long migration again.
     * What it deploys has the same time, see deployment.cli. It counts milliseconds in an int: 24 days would be the most.
     */
    private static final Duration LONGEST_START = Duration.ofDays(7);

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
    private final Listeners listeners;

    private Server(Process process, Path deployments, Listeners listeners) {
        this.process = process;
        this.deployments = deployments;
        this.listeners = listeners;
    }

    static Server start(
            ServerOptions options, Path base, LogFormat log, Listeners listeners, Map<String, String> environment) {
        try {
            var deployments = layOut(options.server(), options.ear(), base);
            log.prepare(base.resolve("configuration"));
            var command = StandaloneCommandBuilder.of(options.server())
                    .setBaseDirectory(base)
                    .setJavaOptions(thrift(Runtime.version().feature()))
                    .addJavaOptions(ofMemory())
                    .addJavaOption("-Djava.net.preferIPv4Stack=true")
                    .addJavaOption("-Dorg.wildfly.sigterm.suspend.timeout=" + LONGEST_DRAIN.toSeconds())
                    .addJavaOption("-Djboss.as.management.blocking.timeout=" + LONGEST_START.toSeconds())
                    .addJavaOptions(log.javaOptions())
                    .addJavaOptions(listeners.javaOptions())
                    .addServerArguments(
                            "-Djboss.http.port=" + listeners.http().port(),
                            "-Djboss.management.http.port="
                                    + listeners.management().port());
            var process = Launcher.of(command)
                    .inherit()
                    .addEnvironmentVariable(ARENAS, System.getenv().getOrDefault(ARENAS, FEW_ARENAS))
                    .addEnvironmentVariables(environment)
                    .launch();
            return new Server(process, deployments, listeners);
        } catch (IOException unusable) {
            throw LaunchException.because(
                    "the server's folder " + base + " cannot be prepared (" + LaunchException.reason(unusable) + ").");
        }
    }

    /** Memory is the operator's to decide: a container's limit, say. */
    private static String[] ofMemory() {
        return System.getenv()
                .getOrDefault(JAVA_OPTIONS, DEFAULT_JAVA_OPTIONS)
                .strip()
                .split("\\s+");
    }

    /**
     * What saves memory at no cost, as far as this JDK has it: the server runs by the launcher's. The operator's options
     * come after.
     */
    private static List<String> thrift(int jdk) {
        var options = new ArrayList<String>();
        if (jdk >= WITH_TRIMMING) {
            options.add("-XX:TrimNativeHeapInterval=5000");
        }
        if (jdk >= WITH_COMPACT_HEADERS) {
            options.add("-XX:+UseCompactObjectHeaders");
        }
        return options;
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

    /** Waits until the application answers, however long it takes: a migration of large tables may take hours. */
    void awaitReady() throws InterruptedException {
        while (!listeners.areOpen()) {
            if (!process.isAlive()) {
                throw LaunchException.because(
                        "the server ended with code " + process.exitValue() + "; its last lines above say why.");
            }
            if (Files.exists(marker(deployments, ".failed"))) {
                throw LaunchException.because(whyNotDeployed());
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
