package com.siacapp.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs database and server in the foreground, in development mode, until it is told to stop. */
@Command(
        name = "run",
        description = "Runs the server for a trial on this computer, with a demo company and a database of its own.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {

    private static final List<String> DEMO_PEOPLE = List.of("admin", "author", "viewer");

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where database and secrets stay between starts; ${DEFAULT-VALUE} by default.",
            defaultValue = ".siac")
    private Path data = Path.of("");

    @Override
    public void run() {
        Running.inForeground(this::run);
    }

    private void run(Running running) throws InterruptedException {
        ServerNumber.requireGood(System.getenv());
        var listeners = Listeners.here(options.ports());
        var folder = running.start(() -> DataFolder.open(data));
        listeners.requireFree();
        var database = running.start(() -> Database.start(System.getenv(), folder.postgres()));
        var server = running.start(
                () -> Server.start(options, folder.server(), LogFormat.TEXT, listeners, environment(folder, database)));
        server.awaitReady();
        System.out.println(welcome(folder, new SetupLink(database.environment()).make(address())));
        throw server.ended();
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
        return "http://localhost:" + options.ports().http();
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
                """.formatted(address(), options.ports().management(), folder.demoProperties(), people, setup);
    }
}
