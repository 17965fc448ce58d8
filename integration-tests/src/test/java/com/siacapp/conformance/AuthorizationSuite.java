package com.siacapp.conformance;

import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

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

    static AuthorizationSuite start(String clientId, int port, Path results) throws IOException {
        var command = command(
                "authorization",
                "--url=" + TestServer.address(),
                "--client-id=" + clientId,
                "--resource=" + TestServer.resource(),
                "--port=" + port,
                "--output-dir=" + results);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new AuthorizationSuite(process, results);
    }

    static List<String> command(String... arguments) {
        var packages = NodeScript.folder().resolve("node_modules");
        var command = new ArrayList<String>();
        command.add(NodeScript.newest().toString());
        command.add(packages.resolve("@modelcontextprotocol/conformance/dist/index.js")
                .toString());
        command.addAll(List.of(arguments));
        return command;
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
        return Check.in(results);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return String.join("\n", said);
    }
}
