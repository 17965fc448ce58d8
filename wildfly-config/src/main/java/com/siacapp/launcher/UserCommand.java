package com.siacapp.launcher;

import com.siacapp.commands.entity.Argument;
import com.siacapp.commands.entity.OperatorCommand;
import com.siacapp.keys.entity.Secret;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The people of all companies. */
@Command(
        name = "user",
        description = {
            "Shows people, lets them in and shuts them out, whatever their company, operators included.",
            "A server of the installation of SIAC_DB_URL, SIAC_DB_USER and SIAC_DB_PASSWORD must run."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UserCommand {

    private static final String EMAIL = "With which the person signs in.";

    @Command(name = "list", description = "Shows people, company by company.", mixinStandardHelpOptions = true)
    void list(
            @Option(
                            names = "--company",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "Only those of companies whose name contains this.")
                    String company) {
        Order.show(OperatorCommand.USER_LIST, Map.of(Argument.COMPANY, company));
    }

    @Command(
            name = "reset-password",
            description = {
                "Prints a link by which a person sets a new password, once; hand it over yourself.",
                "The way back in when the last administrator or operator forgot theirs."
            },
            mixinStandardHelpOptions = true)
    void resetPassword(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) {
        var secret = Secret.random();
        var link = Order.give(
                OperatorCommand.USER_RESET_PASSWORD,
                Map.of(Argument.EMAIL, email, Argument.SECRET_HASH, secret.hash()));
        System.out.printf(
                "%nOpen this link once, until %s, to set a new password:%n%n  %s%s%n%n",
                Lines.printable(link.get(1).get(0)), Lines.printable(link.get(0).get(0)), secret.value());
    }

    @Command(
            name = "disable",
            description = "Closes an account at once: sessions and apps are over for good.",
            mixinStandardHelpOptions = true)
    void disable(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) {
        Order.show(OperatorCommand.USER_DISABLE, Map.of(Argument.EMAIL, email));
    }

    @Command(name = "enable", description = "Opens a closed account again.", mixinStandardHelpOptions = true)
    void enable(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) {
        Order.show(OperatorCommand.USER_ENABLE, Map.of(Argument.EMAIL, email));
    }

    @Command(name = "sign-out", description = "Signs a person out of every browser.", mixinStandardHelpOptions = true)
    void signOut(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Option(names = "--apps", description = "Disconnects all their apps, too.") boolean apps) {
        var arguments = new EnumMap<>(Map.of(Argument.EMAIL, email));
        if (apps) {
            arguments.put(Argument.APPS, "true");
        }
        Order.show(OperatorCommand.USER_SIGN_OUT, arguments);
    }
}
