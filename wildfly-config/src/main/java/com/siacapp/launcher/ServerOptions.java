package com.siacapp.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which server with which application, and where it listens. */
final class ServerOptions {

    @Option(
            names = "--server",
            paramLabel = "FOLDER",
            description = "The application server; by default the one beside this program.",
            defaultValue = "${sys:siac.home:-.}/server")
    private Path server = Path.of("");

    @Option(
            names = "--ear",
            paramLabel = "FILE",
            description = "The application; by default the one beside this program.",
            defaultValue = "${sys:siac.home:-.}/siac.ear")
    private Path ear = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "For people and clients; ${DEFAULT-VALUE} by default.",
            defaultValue = "8080")
    private int http;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "For health and metrics; ${DEFAULT-VALUE} by default.",
            defaultValue = "9990")
    private int management;

    Path server() {
        return existing("--server", server);
    }

    Path ear() {
        return existing("--ear", ear);
    }

    Ports ports() {
        return new Ports(http, management);
    }

    private static Path existing(String option, Path path) {
        if (!Files.exists(path)) {
            throw LaunchException.because(option + " names "
                    + path.toAbsolutePath().normalize() + ", which does not exist; build it first with: mvn package");
        }
        return path.toAbsolutePath().normalize();
    }
}
