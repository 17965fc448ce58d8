package com.siacapp.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. Every command ends with 0 when all is well, 1 when it says why not, and 2 when it was not understood. */
@Command(
        name = "siac",
        description = "SIAC Assistant: its server, and what an operator does with it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            SetupLinkCommand.class,
            UserCommand.class,
            ClientCommand.class,
            KeysCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class Launcher implements Runnable {

    public static void main(String[] arguments) {
        // The libraries' own chatter: what a person needs to know is printed by us.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Launcher())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Launcher::misunderstood)
                .setExecutionExceptionHandler(Launcher::failed)
                .execute(arguments));
    }

    /** No command at all. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private static int misunderstood(ParameterException mistake, String... arguments) {
        var command = mistake.getCommandLine();
        System.err.printf("%n%s%n%n%s%n", mistake.getMessage(), command.getUsageMessage());
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (failure instanceof LaunchException refusal) {
            System.err.printf("%n%s: %s%n%n", command.getCommandSpec().qualifiedName(), refusal.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
