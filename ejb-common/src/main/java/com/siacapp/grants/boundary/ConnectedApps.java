package com.siacapp.grants.boundary;

import com.siacapp.grants.control.Connections;
import com.siacapp.grants.control.Disconnecting;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.entity.Connection;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The apps a person connected, as that person sees and ends them (ASVS 10.4.9, 10.7.3). */
@Stateless
public class ConnectedApps {

    private static final Set<RevocationReason> REPLAYS =
            EnumSet.of(RevocationReason.CODE_REPLAYED, RevocationReason.REFRESH_TOKEN_REPLAYED);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Grants grants;

    @Inject
    Connections connections;

    @Inject
    Disconnecting disconnecting;

    @Inject
    Clock clock;

    /** The apps that can act for this person now, or could without asking again; the newest first. */
    public List<Connection> of(SignedInUser person) {
        var now = clock.instant();
        return connections.ofPerson(person.id(), now).stream()
                .filter(app -> app.canActAt(now) || app.mayBeRemembered())
                .toList();
    }

    /** Ends one of this person's apps with every grant and token of it, at once; whether there was one. */
    public boolean disconnect(SignedInUser person, UUID grant) {
        var own = grants.ofPerson(person.id(), grant, clock.instant());
        own.ifPresent(found -> disconnecting.endAllLike(found, person.id(), RevocationReason.BY_USER));
        return own.isPresent();
    }

    /** The apps that were disconnected lately because somebody presented a spent code or token: it may be stolen. */
    public List<StoppedApp> stoppedForReplay(SignedInUser person, Duration lately) {
        return entities.createQuery(
                        "select g from Grant g join fetch g.client where g.user.id = :user"
                                + " and g.revokedAt > :since and g.revocationReason in :replays order by g.revokedAt desc",
                        Grant.class)
                .setParameter("user", person.id())
                .setParameter("since", clock.instant().minus(lately))
                .setParameter("replays", REPLAYS)
                .getResultStream()
                .map(grant ->
                        new StoppedApp(grant.client().name(), grant.revokedAt().orElseThrow()))
                .toList();
    }

    /** A connection that we ended to protect the person. */
    public record StoppedApp(String name, Instant at) {}
}
