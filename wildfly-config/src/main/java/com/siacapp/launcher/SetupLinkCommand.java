package com.siacapp.launcher;

import java.util.Map;

/** Prints a fresh setup link for the installation that the environment names, whose server migrated the database. */
record SetupLinkCommand(Map<String, String> environment) implements Command {

    private static final String ISSUER = "SIAC_ISSUER";

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
