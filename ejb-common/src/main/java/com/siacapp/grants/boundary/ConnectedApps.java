package com.siacapp.grants.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientSource;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.StoredDeviceAuthorizations;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.RefreshToken;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
    StoredDeviceAuthorizations devices;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** The apps that can act for this person now, the newest first. */
    public List<ConnectedApp> of(SignedInUser person) {
        var now = clock.instant();
        return entities.createQuery(
                        "select g from Grant g join fetch g.client where g.user.id = :user and g.revokedAt is null"
                                + " and g.expiresAt > :now order by g.createdAt desc",
                        Grant.class)
                .setParameter("user", person.id())
                .setParameter("now", now)
                .getResultStream()
                .flatMap(grant -> connection(grant, now).stream())
                .toList();
    }

    /** Ends one of this person's connections with every token of it, at once; whether there was one. */
    public boolean disconnect(SignedInUser person, UUID id) {
        var grant = entities.createQuery(
                        "select g from Grant g join fetch g.client where g.id = :id and g.user.id = :user"
                                + " and g.revokedAt is null",
                        Grant.class)
                .setParameter("id", id)
                .setParameter("user", person.id())
                .getResultStream()
                .findFirst();
        grant.ifPresent(own -> {
            grants.revoke(own.id(), RevocationReason.BY_USER, clock.instant());
            audit.record(AuditEvent.of(AuditEventType.GRANT_REVOKED)
                    .tenant(person.tenant())
                    .user(person.id())
                    .client(own.client().id())
                    .grant(own.id())
                    .detail(RevocationReason.BY_USER.name()));
        });
        return grant.isPresent();
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

    /**
     * A grant without a refresh token that is good lasts as long as its first access token; after that, or if its code
     * was never redeemed, nothing can act by it. The last use is that of a refresh token: a call of the MCP endpoint
     * writes nothing, and it needs a refresh every few minutes.
     */
    private Optional<ConnectedApp> connection(Grant grant, Instant now) {
        var newest = entities.createQuery("select r from RefreshToken r where r.grant.id = :grant", RefreshToken.class)
                .setParameter("grant", grant.id())
                .getResultStream()
                .filter(token -> !token.isConsumed())
                .max(Comparator.comparing(RefreshToken::createdAt));
        var endsUnused = newest.map(RefreshToken::expiresAt).orElseGet(() -> endOfOnlyToken(grant));
        return endsUnused.isAfter(now)
                ? Optional.of(new ConnectedApp(
                        grant.id(),
                        grant.client().name(),
                        verifiedHost(grant.client()),
                        grant.scopes(),
                        grant.createdAt(),
                        newest.map(RefreshToken::createdAt).orElse(grant.createdAt()),
                        endsUnused,
                        grant.expiresAt()))
                : Optional.empty();
    }

    private Instant endOfOnlyToken(Grant grant) {
        return grant.isAsserted()
                ? grant.expiresAt()
                : devices.redeemableUntil(grant.id())
                        .orElse(grant.createdAt().plus(TokenSettings.CODE_LIFESPAN.value()))
                        .plus(TokenSettings.ACCESS_TOKEN_LIFESPAN.value());
    }

    private static Optional<String> verifiedHost(Client client) {
        return client.source() == ClientSource.METADATA_DOCUMENT
                ? Optional.ofNullable(URI.create(client.id()).getHost())
                : Optional.empty();
    }

    /**
     * A connection that works.
     *
     * @param name what the app calls itself: an outsider's text
     * @param verifiedHost the host that vouches for it, if one does
     * @param lastUsed to within the lifespan of an access token
     * @param endsUnused when it ends if it is not used before
     * @param endsAtLatest when it ends however it is used
     */
    public record ConnectedApp(
            UUID grant,
            String name,
            Optional<String> verifiedHost,
            Set<Scope> scopes,
            Instant since,
            Instant lastUsed,
            Instant endsUnused,
            Instant endsAtLatest) {}

    /** A connection that we ended to protect the person. */
    public record StoppedApp(String name, Instant at) {}
}
