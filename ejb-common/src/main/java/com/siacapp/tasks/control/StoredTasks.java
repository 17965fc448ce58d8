package com.siacapp.tasks.control;

import com.siacapp.installation.control.Batches;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import com.siacapp.tasks.entity.Task;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tasks in the database. */
@Stateless
public class StoredTasks {

    /** A task whose app was disconnected is held by nobody, and ends. */
    private static final String HOLD = """
            update task t set held_until = ?1 from oauth_grant g
            where t.id = any(string_to_array(?2, ',')::uuid[]) and t.status = 'WORKING'
                and g.id = t.grant_id and g.revoked_at is null and g.expires_at > ?3
            returning t.id""";

    private static final String LOST = """
            select * from task where status = 'WORKING' and held_until < ?1 limit ?2 for update skip locked""";

    private static final String OPEN = """
            select count(*) from task where user_id = ?1 and expires_at > ?2
                and (status = 'INPUT_REQUIRED' or status = 'WORKING' and held_until >= ?2)
                and exists (select 1 from oauth_grant g
                    where g.id = task.grant_id and g.revoked_at is null and g.expires_at > ?2)""";

    private static final String FORGET = """
            delete from task where id in (
                select id from task where expires_at < ?1 order by expires_at limit ?2 for update skip locked)""";

    @EJB
    Signals signals;

    @PersistenceContext
    EntityManager entities;

    public void add(Task task) {
        entities.persist(task);
    }

    /** Whether what the task began by is still granted. */
    public boolean isGranted(Task task, Instant now) {
        return !entities.createNativeQuery(
                        "select 1 from oauth_grant where id = ?1 and revoked_at is null and expires_at > ?2")
                .setParameter(1, task.grant())
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList()
                .isEmpty();
    }

    public Optional<Task> find(UUID id) {
        return Optional.ofNullable(entities.find(Task.class, id));
    }

    /** Holds its row to the end of the transaction. */
    public Optional<Task> lock(UUID id) {
        return Optional.ofNullable(entities.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those a person has open; until the end of the transaction nobody else counts them to begin one more. */
    public long countOpen(UUID user, Instant now) {
        entities.createNativeQuery("select id from app_user where id = ?1 for no key update")
                .setParameter(1, user)
                .getResultList();
        return ((Number) entities.createNativeQuery(OPEN)
                        .setParameter(1, user)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }

    /** Which of these go on. */
    public Set<UUID> hold(Collection<UUID> tasks, Instant now, Instant until) {
        var ids = tasks.stream().map(UUID::toString).collect(Collectors.joining(","));
        return ((Collection<?>) entities.createNativeQuery(HOLD)
                        .setParameter(1, until.atOffset(ZoneOffset.UTC))
                        .setParameter(2, ids)
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** Tells whoever listens to the task that it is at something else. */
    public void tell(Task task) {
        signals.send(Signal.taskChanged(task.user(), task.id().toString()));
    }

    /** Ends some of those whose node is gone; how many. */
    public int endLost(Instant now, int most) {
        var lost = lost(now, most);
        lost.forEach(task -> {
            task.lose(now);
            tell(task);
        });
        return lost.size();
    }

    @SuppressWarnings("unchecked") // JPA's native queries know no types.
    private List<Task> lost(Instant now, int most) {
        return entities.createNativeQuery(LOST, Task.class)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .getResultList();
    }

    public int forget(Instant endedBefore, int most) {
        return Batches.delete(entities, FORGET, endedBefore, most);
    }
}
