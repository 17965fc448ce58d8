package com.siacapp.subscriptions.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Message;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.subscriptions.entity.Interest;
import com.siacapp.subscriptions.entity.Notices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An older client hears of every list, and of the resources its session subscribed to (MCP 2025-11-25, server/resources). */
public final class SessionInterest implements Interest {

    private static final List<Kind> LISTS = List.of(Kind.TOOLS_CHANGED, Kind.PROMPTS_CHANGED, Kind.RESOURCES_CHANGED);

    private final UUID session;
    private final McpSessions sessions;
    private final ResourceRegistry resources;

    public SessionInterest(UUID session, McpSessions sessions, ResourceRegistry resources) {
        this.session = session;
        this.sessions = sessions;
        this.resources = resources;
    }

    @Override
    public List<ObjectNode> notices(Signal signal, Caller caller) {
        return switch (signal.kind()) {
            case TOOLS_CHANGED, PROMPTS_CHANGED, RESOURCES_CHANGED -> List.of(Notices.listChanged(signal.kind()));
            case RESOURCE_UPDATED -> updates(Set.of(signal.subject()), caller).toList();
            case PAGE_DONE -> done(signal.subject());
            case MISSED ->
                Stream.concat(
                                LISTS.stream().map(Notices::listChanged),
                                updates(sessions.subscriptions(session), caller))
                        .toList();
            default -> List.of();
        };
    }

    /** 2025-11-25, client/elicitation: only the client that was asked is told, and once. */
    private List<ObjectNode> done(String page) {
        return sessions.awaitsNoMore(session, page) ? List.of(Message.pageIsDone(page)) : List.of();
    }

    /** What the role may not know of is not asked for in the database either. */
    private Stream<ObjectNode> updates(Set<String> uris, Caller caller) {
        var visible = uris.stream()
                .filter(uri -> resources.findGranted(uri, caller).isPresent())
                .toList();
        if (visible.isEmpty()) {
            return Stream.empty();
        }
        var subscribed = sessions.subscriptions(session);
        return visible.stream().filter(subscribed::contains).sorted().map(Notices::resourceUpdated);
    }

    @Override
    public Optional<ObjectNode> farewell() {
        return Optional.empty();
    }
}
