package com.siacapp.launcher;

import com.siacapp.tls.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server in the foreground, on somebody's own database, until it is told to stop. All settings are the operator's. */
@Command(
        name = "serve",
        description = "Runs the server in earnest: all settings come from the environment, see docs/configuration.md.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    private static final String TLS_CERTIFICATE = "SIAC_TLS_CERTIFICATE";
    private static final String TLS_KEY = "SIAC_TLS_KEY";

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the server writes; nothing in it is needed after a stop. ${DEFAULT-VALUE} by default.",
            defaultValue = "/var/lib/siac")
    private Path data = Path.of("");

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Where people's and clients' requests come in; ${DEFAULT-VALUE} by default.",
            defaultValue = "127.0.0.1")
    private String bind = "";

    @Option(
            names = "--bind-management",
            paramLabel = "ADDRESS",
            description =
                    "Where health and metrics are asked for, which are never public; ${DEFAULT-VALUE} by default.",
            defaultValue = "127.0.0.1")
    private String bindManagement = "";

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "For people and clients when this server ends TLS itself; ${DEFAULT-VALUE} by default.",
            defaultValue = "8443")
    private int https;

    @Override
    public void run() {
        Running.inForeground(this::run);
    }

    private void run(Running running) throws InterruptedException {
        ServerNumber.requireGood(System.getenv());
        requireDatabase(System.getenv());
        var listeners = listeners();
        var folder = running.start(() -> DataFolder.open(data));
        listeners.requireFree();
        var server = running.start(() -> Server.start(options, folder.server(), LogFormat.JSON, listeners, Map.of()));
        server.awaitReady();
        System.out.println("SIAC Assistant is ready.");
        throw server.ended();
    }

    private Listeners listeners() {
        var plain = Listeners.at(bind, bindManagement, options.ports());
        return isTls() ? plain.withTls(https) : plain;
    }

    /** Whether there is no proxy that ends TLS. Files that cannot be used are better said now than by each handshake. */
    private static boolean isTls() {
        var files = Stream.of(TLS_CERTIFICATE, TLS_KEY)
                .map(System.getenv()::get)
                .filter(Objects::nonNull)
                .toList();
        if (files.size() == 1) {
            throw LaunchException.because(TLS_CERTIFICATE + " and " + TLS_KEY + " are set together or not at all.");
        }
        if (files.size() == 2) {
            try {
                Credential.read(Path.of(files.get(0)), Path.of(files.get(1)));
            } catch (GeneralSecurityException unusable) {
                throw LaunchException.because(unusable.getMessage() + ".");
            } catch (IOException unreadable) {
                throw LaunchException.because("the files of " + TLS_CERTIFICATE + " and " + TLS_KEY
                        + " cannot be read (" + LaunchException.reason(unreadable) + ").");
            }
        }
        return files.size() == 2;
    }

    /** Else the server would look for one of a default name, and say so at length. */
    private static void requireDatabase(Map<String, String> environment) {
        for (var name : List.of(Database.URL, Database.PASSWORD)) {
            if (environment.getOrDefault(name, "").isBlank()) {
                throw LaunchException.because(name + " is not set; docs/configuration.md says what it takes.");
            }
        }
        Database.TheOperators.of(environment);
    }
}
