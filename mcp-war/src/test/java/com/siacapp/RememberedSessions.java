package com.siacapp;

import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.signals.entity.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The sessions of one server that has no database. */
final class RememberedSessions extends McpSessions {

    private final Map<UUID, String> levels = new HashMap<>();
    private final Map<UUID, Set<String>> subscriptions = new HashMap<>();
    private final Map<UUID, Set<String>> pages = new HashMap<>();
    private final Clock clock;
    private Consumer<Signal> told = signal -> {};
    private final List<Signal> said = new ArrayList<>();
    private boolean isHeld;

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
        told.accept(Signal.cancelled(user, session.toString()));
        return levels.remove(session) != null;
    }

    @Override
    public void listen(UUID session, UUID user, UUID stream) {
        said.add(Signal.listening(user, session + " " + stream));
        if (!isHeld) {
            tellAll();
        }
    }

    /** Nobody hears what is said by these. */
    void unheard(Runnable requests) {
        var hearer = told;
        told = signal -> {};
        requests.run();
        told = hearer;
    }

    /** Nodes hear what is said from now on only when {@link #tellAll} lets them. */
    void hold() {
        isHeld = true;
    }

    void tellAll() {
        isHeld = false;
        said.forEach(told);
        said.clear();
    }

    @Override
    public Set<String> subscriptions(UUID session) {
        return Set.copyOf(subscriptions.getOrDefault(session, Set.of()));
    }

    /** Who hears what is said to all nodes. */
    void tells(Consumer<Signal> consumer) {
        told = consumer;
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
        return subscriptions.computeIfAbsent(session, none -> new HashSet<>()).add(uri);
    }

    @Override
    public void awaitPage(UUID session, String elicitationId) {
        pages.computeIfAbsent(session, none -> new HashSet<>()).add(elicitationId);
    }

    @Override
    public boolean awaitsNoMore(UUID session, String elicitationId) {
        return pages.getOrDefault(session, new HashSet<>()).remove(elicitationId);
    }

    @Override
    public void unsubscribe(UUID session, String uri) {
        subscriptions.getOrDefault(session, new HashSet<>()).remove(uri);
    }
}
