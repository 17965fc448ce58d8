package com.siacapp.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs database and server in the foreground, in development mode, until it is told to stop. */
record RunCommand(Path server, Path ear, Path data, int port, int managementPort) implements Command {

    private static final List<String> DEMO_PEOPLE = List.of("admin", "author", "viewer");

    @Override
    public void run() {
        var ports = new Ports(port, managementPort);
        var running = new Running();
        // Ctrl-C and SIGTERM end here, whatever is going on.
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        try {
            var folder = running.start(() -> DataFolder.open(data));
            ports.requireFree();
            var database = running.start(() -> Database.start(System.getenv(), folder.postgres()));
            var environment = environment(folder, database);
            var process = running.start(() -> Server.start(server, ear, folder.server(), ports, environment));
            process.awaitReady();
            System.out.println(welcome(folder, new SetupLink(database.environment()).make(address())));
            throw LaunchException.because("the server ended by itself with code " + process.await() + ".");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (LaunchException refused) {
            if (!running.isClosing()) {
                running.close();
                throw refused;
            }
        }
    }

    private Map<String, String> environment(DataFolder folder, Database database) {
        var environment = new HashMap<String, String>(database.environment());
        environment.put("SIAC_MODE", "development");
        environment.put("SIAC_ENCRYPTION_KEY", folder.encryptionKey());
        environment.put("SIAC_ISSUER", address());
        environment.put("SIAC_RESOURCE", address() + "/mcp");
        DEMO_PEOPLE.forEach(person -> environment.put(
                "SIAC_DEMO_" + person.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD", folder.demoPassword(person)));
        return environment;
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private String welcome(DataFolder folder, Optional<String> setupLink) {
        var people = new StringBuilder();
        DEMO_PEOPLE.forEach(person -> people.append("                 %-7s %s@demo.siac.test   %s%n"
                .formatted(person, person, folder.demoPassword(person))));
        var setup = setupLink.map(link -> """
                          A company of your own: open this link once, within 24 hours
                            %s

                        """.formatted(link)).orElse("");
        return """

                SIAC Assistant is ready.

                  MCP server    %1$s/mcp        give this address to your MCP client
                  Web pages     %1$s            what this is, how to connect
                  Health        http://localhost:%2$d/health

                  Demo sign-in (also in %3$s)
                %4$s
                %5$s  Stop with Ctrl-C. The data stays.
                """.formatted(address(), managementPort, folder.demoProperties(), people, setup);
    }
}
