package com.siacapp.conformance;

import com.siacapp.testkit.NodeScript;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What the official conformance suite found of an MCP server.
 *
 * @param checks what it left in its folder of results
 * @param exitCode what it makes of them
 * @param said its output
 */
record ServerSuite(List<Check> checks, int exitCode, String said) {

    private static final long LONGEST_MINUTES = 5;

    /** The scenarios a revision requires, with those it only reports. */
    static ServerSuite ofRevision(String revision, TokenProxy server, Path work)
            throws IOException, InterruptedException {
        return run("conformance-" + revision, work, "--url=" + server.resource(), "--requirements=" + revision);
    }

    /** One scenario, whether it is required or not. */
    static ServerSuite ofScenario(String scenario, TokenProxy server, Path work)
            throws IOException, InterruptedException {
        return run("conformance-" + scenario, work, "--url=" + server.resource(), "--scenario=" + scenario);
    }

    /** The names below a heading of the revision's list, which comes with the suite. */
    static List<String> required(String revision) throws IOException {
        var list = NodeScript.folder()
                .resolve("node_modules/@modelcontextprotocol/conformance/requirements")
                .resolve(revision + ".yaml");
        return Files.readAllLines(list).stream()
                .dropWhile(line -> !line.equals("server:"))
                .skip(1)
                .takeWhile(line -> line.isBlank() || line.startsWith(" "))
                .filter(line -> line.strip().startsWith("- "))
                .map(line -> line.strip().substring(2))
                .toList();
    }

    /** Those of these scenarios. */
    List<Check> of(List<String> scenarios) {
        return checks.stream()
                .filter(check -> scenarios.contains(check.scenario()))
                .toList();
    }

    /** The scenarios in which at least one rule was found to be kept. */
    List<String> successful() {
        return checks.stream()
                .filter(check -> check.status().equals("SUCCESS"))
                .map(Check::scenario)
                .distinct()
                .sorted()
                .toList();
    }

    private static ServerSuite run(String name, Path work, String... arguments)
            throws IOException, InterruptedException {
        var results = Files.createDirectory(work.resolve(name));
        var log = new File(System.getProperty("siac.work"), name + ".log");
        var command = AuthorizationSuite.command("server", "--output-dir=" + results);
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The suite does not end: " + log);
        }
        return new ServerSuite(Check.in(results), process.exitValue(), Files.readString(log.toPath()));
    }

    @Override
    public String toString() {
        return checks.stream()
                .filter(check -> !check.status().equals("SUCCESS"))
                .map(Check::toString)
                .collect(Collectors.joining("\n", said.lines().count() + " lines in the log\n", ""));
    }
}
