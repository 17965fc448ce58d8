package com.siacapp;

import com.siacapp.sessions.boundary.McpSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The sessions of one server that has no database. */
final class RememberedSessions extends McpSessions {

    private final Map<UUID, String> levels = new HashMap<>();
    private final Set<String> subscriptions = new HashSet<>();
    private final Clock clock;

    RememberedSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant begin(UUID session, UUID user) {
        levels.put(session, "");
        return clock.instant().plus(Duration.ofDays(1));
    }

    @Override
    public Optional<Known> find(UUID session, UUID user) {
        return Optional.ofNullable(levels.get(session)).map(Known::new);
    }

    @Override
    public boolean end(UUID session, UUID user) {
        return levels.remove(session) != null;
    }

    @Override
    public void cancel(UUID session, UUID user, String request) {
        // There is no other node.
    }

    @Override
    public void setLogLevel(UUID session, String level) {
        levels.put(session, level);
    }

    @Override
    public boolean subscribe(UUID session, String uri) {
        subscriptions.add(session + uri);
        return true;
    }

    @Override
    public void unsubscribe(UUID session, String uri) {
        subscriptions.remove(session + uri);
    }
}
