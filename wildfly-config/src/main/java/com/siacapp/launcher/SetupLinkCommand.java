package com.siacapp.launcher;

import java.util.Map;
import picocli.CommandLine.Command;

/** Prints a fresh setup link for the installation that the environment names, whose server migrated the database. */
@Command(
        name = "setup-link",
        description = "Prints the link by which the first person of an installation becomes its operator.",
        mixinStandardHelpOptions = true)
final class SetupLinkCommand implements Runnable {

    private static final String ISSUER = "SIAC_ISSUER";

    private final Map<String, String> environment = System.getenv();

    @Override
    public void run() {
        var issuer = required(ISSUER);
        required(Database.URL);
        var database = Database.TheOperators.of(environment);
        var link = new SetupLink(database.environment())
                .make(issuer)
                .orElseThrow(() -> LaunchException.because(
                        "somebody already is the operator of this installation and can invite others."));
        System.out.printf("%nOpen this link once, within 24 hours, to set up the installation:%n%n  %s%n%n", link);
    }

    private String required(String name) {
        var value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw LaunchException.because(name + " is not set; it must be the one the server runs with.");
        }
        return value;
    }
}
