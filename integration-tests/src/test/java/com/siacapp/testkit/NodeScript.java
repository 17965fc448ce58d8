package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of the folder {@code connector} that ends with its findings as one line of JSON. */
public record NodeScript(String name, List<String> arguments, Map<String, String> environment) {

    private static final long LONGEST_MINUTES = 10;

    /** The Node that npm brings, newer than what a build needs: it knows proxies, and runs the conformance suite. */
    public static Path newest() {
        return folder().resolve("node_modules/.bin/node");
    }

    /** The folder of the scripts and their npm packages. */
    public static Path folder() {
        return Path.of(System.getProperty("siac.connector"));
    }

    /** Runs it to the end, or fails with what it had to say. */
    public JsonNode run(String logName) {
        var log = Path.of(System.getProperty("siac.work"), logName + ".log");
        var command = new ArrayList<>(
                List.of(environment.containsKey("NODE_USE_ENV_PROXY") ? newest().toString() : "node", name));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(Secrets.forScripts());
        try {
            return lastLine(builder.start(), log);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    private static JsonNode lastLine(Process script, Path log) throws IOException, InterruptedException {
        if (!script.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
            throw new AssertionError("the script does not end:\n" + Files.readString(log));
        }
        var lines = Files.readAllLines(log);
        if (script.exitValue() != 0) {
            throw new AssertionError(String.join("\n", lines));
        }
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }
}
