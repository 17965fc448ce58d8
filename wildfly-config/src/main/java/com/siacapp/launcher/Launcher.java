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
            if (arguments.length > 0 && arguments[0].equals(DoctorCommand.NAME)) {
                end(DoctorCommand.parse(arguments).run());
                return;
            }
            Options.parse(arguments).command().run();
        } catch (LaunchException refused) {
            System.err.println("\nSIAC cannot start: " + refused.getMessage() + "\n");
            end(refused.exitCode());
        }
    }

    /** Maven, when it runs us, goes on after a success. */
    private static void end(int exitCode) {
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
