package com.siacapp.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the command line said. */
record Options(Map<String, String> values) {

    private static final String USAGE =
            "usage: run --server=FOLDER --ear=FILE --data=FOLDER [--port=8080] [--management-port=9990] | setup-link | "
                    + DoctorCommand.USAGE;
    private static final Set<String> NAMES = Set.of("server", "ear", "data", "port", "management-port");

    /** What to do, by its first word. */
    static Command command(String... arguments) {
        if (arguments.length > 0 && DoctorCommand.NAME.equals(arguments[0])) {
            return DoctorCommand.parse(arguments);
        }
        return arguments.length == 1 && "setup-link".equals(arguments[0])
                ? new SetupLinkCommand(System.getenv())
                : parse(arguments).command();
    }

    private static Options parse(String... arguments) {
        if (arguments.length == 0 || !"run".equals(arguments[0])) {
            throw LaunchException.usage(USAGE);
        }
        var values = new HashMap<String, String>();
        for (var i = 1; i < arguments.length; i++) {
            var pair = arguments[i].split("=", 2);
            if (pair.length != 2 || !pair[0].startsWith("--") || !NAMES.contains(pair[0].substring(2))) {
                throw LaunchException.usage("\"" + arguments[i] + "\" is no option; " + USAGE);
            }
            values.put(pair[0].substring(2), pair[1]);
        }
        return new Options(Map.copyOf(values));
    }

    private RunCommand command() {
        return new RunCommand(
                existing("server"), existing("ear"), path("data"), port("port", 8080), port("management-port", 9990));
    }

    private Path existing(String name) {
        var path = path(name);
        if (!Files.exists(path)) {
            throw LaunchException.usage(
                    "--" + name + " names " + path + ", which does not exist; build first: mvn package");
        }
        return path;
    }

    private Path path(String name) {
        var value = values.get(name);
        if (value == null) {
            throw LaunchException.usage("--" + name + " is missing; " + USAGE);
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private int port(String name, int fallback) {
        var value = values.getOrDefault(name, String.valueOf(fallback));
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65_535) {
            throw LaunchException.usage("--" + name + " takes a port number, not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }
}
