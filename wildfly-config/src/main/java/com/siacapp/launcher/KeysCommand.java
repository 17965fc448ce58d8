package com.siacapp.launcher;

import com.siacapp.commands.entity.Argument;
import com.siacapp.commands.entity.OperatorCommand;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The keys that sign tokens. */
@Command(
        name = "keys",
        description = {
            "Shows and replaces the keys that sign tokens.",
            "A server of the installation of SIAC_DB_URL, SIAC_DB_USER and SIAC_DB_PASSWORD must run."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {

    @Command(
            name = "list",
            description = "Shows the keys: next, active, retiring, retired.",
            mixinStandardHelpOptions = true)
    void list() {
        Order.show(OperatorCommand.KEYS_LIST, Map.of());
    }

    @Command(
            name = "rotate",
            description = {
                "Publishes the next keys, which sign six minutes later; what was signed stays good.",
                "The servers do the same by themselves, every 90 days unless SIAC_SIGNING_KEY_ROTATION says otherwise."
            },
            mixinStandardHelpOptions = true)
    void rotate() {
        Order.show(OperatorCommand.KEYS_ROTATE, Map.of());
    }

    @Command(
            name = "retire",
            description = {
                "Refuses a key and everything it signed, at once and for good: for one that somebody else has.",
                "Clients get new tokens by themselves. Write -- before an id that begins with a dash."
            },
            mixinStandardHelpOptions = true)
    void retire(@Parameters(paramLabel = "KID", description = "The key's id, as list shows it.") String key) {
        Order.show(OperatorCommand.KEYS_RETIRE, Map.of(Argument.KEY, key));
    }
}
