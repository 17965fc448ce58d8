package com.siacapp.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        // The libraries' own chatter: what a person needs to know is printed by us.
        Logger.getLogger("").setLevel(Level.SEVERE);
        try {
            Options.command(arguments).run();
        } catch (LaunchException refused) {
            System.err.println("\nSIAC cannot start: " + refused.getMessage() + "\n");
            System.exit(refused.exitCode());
        }
    }
}
