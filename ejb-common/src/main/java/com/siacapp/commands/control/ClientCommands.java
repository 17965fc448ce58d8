package com.siacapp.commands.control;

import com.siacapp.audit.entity.Author;
import com.siacapp.clients.control.BlockedClients;
import com.siacapp.clients.entity.BlockReason;
import com.siacapp.commands.entity.Answer;
import com.siacapp.commands.entity.CommandRefused;
import com.siacapp.grants.control.ConnectedClients;
import com.siacapp.grants.entity.ConnectedClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Commands about the clients that are no company's own. */
@ApplicationScoped
public class ClientCommands {

    private static final List<String> HEADINGS =
            List.of("CLIENT", "NAME", "SOURCE", "LAST USE", "CONNECTIONS", "BLOCKED BECAUSE");

    @Inject
    ConnectedClients clients;

    @Inject
    BlockedClients blocked;

    public Answer list(String search) {
        var found = clients.list(search);
        var lines = new ArrayList<>(List.of(HEADINGS));
        found.stream().map(ClientCommands::line).forEach(lines::add);
        if (found.size() == ConnectedClients.MOST) {
            lines.add(List.of("There may be more than these " + ConnectedClients.MOST + "; --search finds them."));
        }
        return Answer.table(lines);
    }

    public Answer block(String client, String typed) {
        var reason = BlockReason.typed(typed)
                .orElseThrow(() -> new CommandRefused("a reason has " + BlockReason.LONGEST + " characters at most"));
        require(blocked.block(client, reason, Author.COMMAND_LINE), client);
        return Answer.done("The client " + client + " is blocked, and all its connections are over.");
    }

    public Answer unblock(String client) {
        require(blocked.unblock(client, Author.COMMAND_LINE), client);
        return Answer.done("The client " + client + " can be connected again.");
    }

    private static void require(boolean isThere, String client) {
        if (!isThere) {
            throw new CommandRefused("no client that everybody may use has the id " + client);
        }
    }

    private static List<String> line(ConnectedClient client) {
        return List.of(
                client.id(),
                client.name(),
                client.source().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                client.lastUse().map(Object::toString).orElse("never"),
                String.valueOf(client.grants()),
                client.blockedFor().orElse(""));
    }
}
