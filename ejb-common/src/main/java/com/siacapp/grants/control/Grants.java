package com.siacapp.grants.control;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.AuthorizationCode;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.RefreshToken;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.grants.entity.Scope;
import com.siacapp.keys.entity.Secret;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.users.entity.Role;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.config.QueryHints;

/** The stored grants with their codes and refresh tokens. Whatever ends some here tells every node by a signal. */
@ApplicationScoped
public class Grants {

    private static final String ALIVE =
            "select g from Grant g join fetch g.client c join fetch g.user u join fetch g.tenant"
                    + " where g.revokedAt is null and g.expiresAt > :now ";

    @PersistenceContext
    EntityManager entities;

    @EJB
    Signals signals;

    /**
     * Adds a grant of a client that nobody stopped, and nobody stops until the transaction ends: whoever does ends its
     * grants next.
     *
     * @throws com.siacapp.clients.entity.OAuthException unauthorized_client, if somebody stopped it just now
     */
    public void add(Grant grant) {
        if (!isHeldOpen(grant.client().id())) {
            throw OAuthError.UNAUTHORIZED_CLIENT.because("the client was stopped just now");
        }
        entities.persist(grant);
    }

    public void add(AuthorizationCode code) {
        entities.persist(code);
    }

    public void add(RefreshToken token) {
        entities.persist(token);
    }

    /** The grant an access token speaks of, with person and tenant, if person and client are the token's. */
    public Optional<Grant> of(AccessTokenClaims claims) {
        return entities.createQuery(
                        "select g from Grant g join fetch g.tenant join fetch g.user u"
                                + " where g.id = :id and u.id = :subject and g.client.id = :client",
                        Grant.class)
                .setParameter("id", claims.grant())
                .setParameter("subject", claims.subject())
                .setParameter("client", claims.clientId())
                .getResultStream()
                .findFirst();
    }

    /** The client's newest grant that is alive, with all around it, as {@link #code}. */
    public Optional<Grant> aliveOf(Client client, Instant now) {
        return entities.createQuery(
                        "select g from Grant g join fetch g.client c where c.id = :client"
                                + " and g.revokedAt is null and g.expiresAt > :now order by g.createdAt desc",
                        Grant.class)
                .setHint(QueryHints.FETCH, "g.user.tenant")
                .setParameter("client", client.id())
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** A grant by which this person, asked, let this client do all this at this resource, and which is still good. */
    public Optional<Grant> remembered(UUID user, String client, Set<Scope> scopes, String resource, Instant now) {
        return entities.createQuery(
                        ALIVE + "and g.user.id = :user and g.client.id = :client and g.asked = true"
                                + " and g.resource = :resource order by g.expiresAt desc",
                        Grant.class)
                .setParameter("now", now)
                .setParameter("user", user)
                .setParameter("client", client)
                .setParameter("resource", resource)
                .getResultStream()
                .filter(grant -> grant.scopes().containsAll(scopes))
                .findFirst();
    }

    /**
     * Whether the grant is still good; until the transaction ends nobody else ends it. The client is held before it, as by
     * whoever stops the client.
     */
    public boolean isHeldOpen(Grant grant) {
        return isHeldOpen(grant.client().id())
                && isHeld("oauth_grant where id = ?1 and revoked_at is null for share", grant.id());
    }

    /** The roles of the people behind those of these grants that are alive. */
    public Map<UUID, Role> rolesBehind(Collection<UUID> grants, Instant now) {
        List<?> alive = entities.createNativeQuery("select g.id, u.role from oauth_grant g"
                        + " join app_user u on u.id = g.user_id join tenant t on t.id = u.tenant_id"
                        + " where g.id = any(cast(?1 as uuid[])) and g.revoked_at is null and g.expires_at > ?2"
                        + " and u.disabled_at is null and t.disabled_at is null")
                .setParameter(1, grants.stream().map(UUID::toString).collect(joining(",", "{", "}")))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return alive.stream()
                .map(Object[].class::cast)
                .collect(toMap(row -> (UUID) row[0], row -> Role.valueOf((String) row[1])));
    }

    /** A living grant of this person. */
    public Optional<Grant> ofPerson(UUID user, UUID grant, Instant now) {
        return entities.createQuery(ALIVE + "and g.id = :grant and u.id = :user", Grant.class)
                .setParameter("now", now)
                .setParameter("grant", grant)
                .setParameter("user", user)
                .getResultStream()
                .findFirst();
    }

    /** A living grant of somebody of this company. */
    public Optional<Grant> ofTenant(UUID tenant, UUID grant, Instant now) {
        return entities.createQuery(ALIVE + "and g.id = :grant and g.tenant.id = :tenant", Grant.class)
                .setParameter("now", now)
                .setParameter("grant", grant)
                .setParameter("tenant", tenant)
                .getResultStream()
                .findFirst();
    }

    /** The people of this company who have living grants of this client; always in the same order. */
    public List<UUID> peopleWith(String client, UUID tenant, Instant now) {
        return entities.createQuery(
                        "select distinct g.user.id from Grant g where g.revokedAt is null and g.expiresAt > :now"
                                + " and g.client.id = :client and g.tenant.id = :tenant order by g.user.id",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("client", client)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** With all around it. By hints, because EclipseLink takes one step of JPQL's {@code join fetch} and no second. */
    public Optional<AuthorizationCode> code(Secret code) {
        return entities.createQuery("select c from AuthorizationCode c where c.hash = :hash", AuthorizationCode.class)
                .setHint(QueryHints.FETCH, "c.grant.client")
                .setHint(QueryHints.FETCH, "c.grant.user.tenant")
                .setParameter("hash", code.hash())
                .getResultStream()
                .findFirst();
    }

    /** With all around it, as {@link #code}. */
    public Optional<RefreshToken> refreshToken(Secret token) {
        return entities.createQuery("select r from RefreshToken r where r.hash = :hash", RefreshToken.class)
                .setHint(QueryHints.FETCH, "r.grant.client")
                .setHint(QueryHints.FETCH, "r.grant.user.tenant")
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst();
    }

    /**
     * Ends the grant and so every token of it, those already issued and those being issued at this moment: a token is
     * good only while its grant is. False if it had ended before.
     */
    public boolean revoke(UUID grant, RevocationReason reason, Instant now) {
        var hasEnded = entities.createNativeQuery("update oauth_grant set revoked_at = ?1, revocation_reason = ?2"
                                + " where id = ?3 and revoked_at is null")
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .setParameter(2, reason.name())
                        .setParameter(3, grant)
                        .executeUpdate()
                == 1;
        if (hasEnded) {
            signals.send(Signal.grantEnded(Audience.grant(grant)));
        }
        return hasEnded;
    }

    /**
     * Ends every living grant of a person and a client, and returns them. Those being made from a remembered consent at
     * this moment end too: the first statement waits for them, the second sees them.
     */
    public List<UUID> revokeAll(UUID user, String client, RevocationReason reason, Instant now) {
        isHeld("oauth_grant where user_id = ?1 and client_id = ?2 and revoked_at is null for update", user, client);
        List<?> ended = entities.createNativeQuery("update oauth_grant set revoked_at = ?1, revocation_reason = ?2"
                        + " where user_id = ?3 and client_id = ?4 and revoked_at is null and expires_at > ?1"
                        + " returning id")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, reason.name())
                .setParameter(3, user)
                .setParameter(4, client)
                .getResultList();
        return signalled(ended);
    }

    /** Whether there is such a client that nobody stopped; until the transaction ends nobody stops or deletes it. */
    public boolean isHeldOpen(String client) {
        return isHeld("client where id = ?1 and disabled_at is null for share", client);
    }

    /** Locks these rows; whether there are any. */
    private boolean isHeld(String rows, Object... values) {
        var query = entities.createNativeQuery("select 1 from " + rows);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return !query.getResultList().isEmpty();
    }

    /** Ends whatever apps may do in this person's name. */
    public void revokeAllOfPerson(UUID user, RevocationReason reason, Instant now) {
        revokeAll("user_id", user, reason, now);
        signals.send(Signal.grantEnded(Audience.user(user)));
    }

    /** Ends whatever apps may do in the name of anybody of this company. */
    public void revokeAllOfTenant(UUID tenant, RevocationReason reason, Instant now) {
        revokeAll("tenant_id", tenant, reason, now);
        signals.send(Signal.grantEnded(Audience.tenant(tenant)));
    }

    public void revokeAllOfClient(String client, RevocationReason reason, Instant now) {
        revokeAll("client_id", client, reason, now);
        signals.send(Signal.grantEnded(Audience.client(client)));
    }

    private void revokeAll(String column, Object id, RevocationReason reason, Instant now) {
        entities.createNativeQuery("update oauth_grant set revoked_at = ?1, revocation_reason = ?2 where " + column
                        + " = ?3 and revoked_at is null and expires_at > ?1")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, reason.name())
                .setParameter(3, id)
                .executeUpdate();
    }

    /** Ends what this company's identity provider gave. */
    public void revokeAsserted(UUID tenant, Instant now) {
        signalled(entities.createNativeQuery("update oauth_grant set revoked_at = ?1, revocation_reason = ?2"
                        + " where tenant_id = ?3 and asserted and revoked_at is null and expires_at > ?1 returning id")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, RevocationReason.BY_ADMINISTRATOR.name())
                .setParameter(3, tenant)
                .getResultList());
    }

    /** Deletes every grant of a client that goes, with codes and tokens. No other is made until the transaction ends. */
    public void deleteAllOfClient(String client) {
        isHeld("client where id = ?1 for update", client);
        entities.createNativeQuery("delete from oauth_grant where client_id = ?1")
                .setParameter(1, client)
                .executeUpdate();
        signals.send(Signal.grantEnded(Audience.client(client)));
    }

    private List<UUID> signalled(List<?> ended) {
        var grants = ended.stream().map(UUID.class::cast).toList();
        signals.send(
                grants.stream().map(Audience::grant).map(Signal::grantEnded).toList());
        return grants;
    }
}
