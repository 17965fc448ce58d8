package com.siacapp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The official conformance suite for MCP authorization servers, at work on ours as a client that listens on a port. */
final class AuthorizationSuite implements AutoCloseable {

    private static final Pattern AUTHORIZE_ADDRESS =
            Pattern.compile("(" + Pattern.quote(TestServer.address() + "/oauth/authorize?") + "\\S+)");

    private static final long LONGEST_MINUTES = 1;

    private final Process process;
    private final BufferedReader output;
    private final Path results;
    private final List<String> said = new ArrayList<>();

    private AuthorizationSuite(Process process, Path results) {
        this.process = process;
        this.output = process.inputReader();
        this.results = results;
    }

    /** What one scenario found of one rule. */
    record Check(String scenario, String id, String status, String message) {}

    static AuthorizationSuite start(String clientId, int port, Path results) throws IOException {
        var packages = NodeScript.folder().resolve("node_modules");
        // The suite needs a newer Node than the build; an npm package brings one.
        var command = List.of(
                packages.resolve(".bin/node").toString(),
                packages.resolve("@modelcontextprotocol/conformance/dist/index.js")
                        .toString(),
                "authorization",
                "--url=" + TestServer.address(),
                "--client-id=" + clientId,
                "--resource=" + TestServer.resource(),
                "--port=" + port,
                "--output-dir=" + results);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new AuthorizationSuite(process, results);
    }

    /** Where the suite asks a person to go. */
    URI authorizeAddress() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            var address = AUTHORIZE_ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group(1));
            }
        }
        throw new AssertionError("The suite asked nobody to authorize:\n" + String.join("\n", said));
    }

    /** Everything it checked, when it has come to its end. */
    List<Check> checks() throws IOException, InterruptedException {
        output.lines().forEach(said::add);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("The suite does not end:\n" + this);
        }
        try (var files = Files.walk(results)) {
            return files.filter(file -> file.endsWith("checks.json"))
                    .flatMap(file -> StreamSupport.stream(read(file).spliterator(), false)
                            .map(check -> check(file, check)))
                    .toList();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return String.join("\n", said);
    }

    private static Check check(Path file, JsonNode check) {
        return new Check(
                file.getParent().getFileName().toString(),
                check.path("id").asText(),
                check.path("status").asText(),
                check.path("errorMessage").asText());
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
