package com.siacapp.launcher;

import com.siacapp.commands.entity.Argument;
import com.siacapp.commands.entity.OperatorCommand;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The clients that everybody may use. */
@Command(
        name = "client",
        description = {
            "Shows and blocks the clients (apps) that everybody may use; those of one company are its administrator's.",
            "A server of the installation of SIAC_DB_URL, SIAC_DB_USER and SIAC_DB_PASSWORD must run."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ClientCommand {

    @Command(
            name = "list",
            description = "Shows clients, the blocked ones first, then those used last.",
            mixinStandardHelpOptions = true)
    void list(
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Only those whose name or id contains this.")
                    String search) {
        Order.show(OperatorCommand.CLIENT_LIST, Map.of(Argument.SEARCH, search));
    }

    @Command(
            name = "block",
            description = "Refuses a client everywhere and ends its connections for good.",
            mixinStandardHelpOptions = true)
    void block(
            @Parameters(paramLabel = "ID", description = "The client's id, as list shows it.") String client,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why, for other operators: up to 200 characters.")
                    String reason) {
        Order.show(OperatorCommand.CLIENT_BLOCK, Map.of(Argument.CLIENT, client, Argument.REASON, reason));
    }

    @Command(
            name = "unblock",
            description = "Lets people connect a blocked client again.",
            mixinStandardHelpOptions = true)
    void unblock(@Parameters(paramLabel = "ID", description = "The client's id, as list shows it.") String client) {
        Order.show(OperatorCommand.CLIENT_UNBLOCK, Map.of(Argument.CLIENT, client));
    }
}
