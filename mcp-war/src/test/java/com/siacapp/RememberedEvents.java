package com.siacapp;

import com.siacapp.sessions.boundary.StreamEvents;
import com.siacapp.sessions.entity.StreamEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The streams of one server that has no database. */
final class RememberedEvents extends StreamEvents {

    private final Map<UUID, List<StreamEvent>> streams = new HashMap<>();
    private final Map<UUID, UUID> owners = new HashMap<>();
    private boolean isAway;

    @Override
    public void begin(UUID stream, UUID session) {
        streams.put(stream, new ArrayList<>());
        owners.put(stream, session);
    }

    @Override
    public boolean isKept(UUID stream, UUID session) {
        return session.equals(owners.get(stream));
    }

    /** From now on the database is away. */
    void fails() {
        isAway = true;
    }

    @Override
    public void add(UUID stream, StreamEvent event) {
        if (isAway) {
            throw new IllegalStateException("the database is away");
        }
        streams.getOrDefault(stream, new ArrayList<>()).add(event);
    }

    @Override
    public List<StreamEvent> after(UUID stream, int number, int most) {
        return streams.getOrDefault(stream, List.of()).stream()
                .filter(event -> event.number() > number)
                .limit(most)
                .toList();
    }
}
