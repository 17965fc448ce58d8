package com.siacapp.sessions.control;

import com.siacapp.sessions.entity.StreamEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The stored streams and their events. */
@ApplicationScoped
public class StoredEvents {

    private static final String MAKE_ROOM = """
            delete from mcp_stream where id in (
                select id from mcp_stream where session_id = ?1 order by expires_at desc offset ?2)""";

    /** Nothing, if the stream was deleted with its session. */
    private static final String ADD = """
            with stream as (update mcp_stream set expires_at = ?5 where id = ?1 returning id)
            insert into mcp_event (stream_id, number, message, is_last) select id, ?2, ?3, ?4 from stream""";

    @PersistenceContext
    EntityManager entities;

    public void makeRoom(UUID session, int kept) {
        entities.createNativeQuery(MAKE_ROOM)
                .setParameter(1, session)
                .setParameter(2, kept)
                .executeUpdate();
    }

    public void addStream(UUID stream, UUID session, Instant expiresAt) {
        entities.createNativeQuery("insert into mcp_stream (id, session_id, expires_at)"
                        + " select ?1, id, ?3 from mcp_session where id = ?2")
                .setParameter(1, stream)
                .setParameter(2, session)
                .setParameter(3, utc(expiresAt))
                .executeUpdate();
    }

    public void add(UUID stream, StreamEvent event, Instant expiresAt) {
        entities.createNativeQuery(ADD)
                .setParameter(1, stream)
                .setParameter(2, event.number())
                .setParameter(3, event.message())
                .setParameter(4, event.isLast())
                .setParameter(5, utc(expiresAt))
                .executeUpdate();
    }

    public boolean hasStream(UUID stream, UUID session, Instant now) {
        return !entities.createNativeQuery(
                        "select 1 from mcp_stream where id = ?1 and session_id = ?2 and expires_at > ?3")
                .setParameter(1, stream)
                .setParameter(2, session)
                .setParameter(3, utc(now))
                .getResultList()
                .isEmpty();
    }

    public List<StreamEvent> after(UUID stream, int number, int most) {
        List<?> rows = entities.createNativeQuery("select number, message, is_last from mcp_event"
                        + " where stream_id = ?1 and number > ?2 order by number limit ?3")
                .setParameter(1, stream)
                .setParameter(2, number)
                .setParameter(3, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new StreamEvent(((Number) row[0]).intValue(), (String) row[1], (Boolean) row[2]))
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
