package com.siacapp.grants.control;

import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.AuthorizationCode;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.RefreshToken;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored grants with their codes and refresh tokens. */
@ApplicationScoped
public class Grants {

    @PersistenceContext
    EntityManager entities;

    public void add(Grant grant) {
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

    /** What this person let this client do, as far as it is still good. */
    public List<Grant> alive(UUID user, String client, Instant now) {
        return entities.createQuery(
                        "select g from Grant g where g.user.id = :user and g.client.id = :client"
                                + " and g.revokedAt is null and g.expiresAt > :now",
                        Grant.class)
                .setParameter("user", user)
                .setParameter("client", client)
                .setParameter("now", now)
                .getResultList();
    }

    public Optional<AuthorizationCode> code(Secret code) {
        return entities.createQuery(
                        "select c from AuthorizationCode c join fetch c.grant g join fetch g.client"
                                + " join fetch g.user where c.hash = :hash",
                        AuthorizationCode.class)
                .setParameter("hash", code.hash())
                .getResultStream()
                .findFirst();
    }

    public Optional<RefreshToken> refreshToken(Secret token) {
        return entities.createQuery(
                        "select r from RefreshToken r join fetch r.grant g join fetch g.client"
                                + " join fetch g.user where r.hash = :hash",
                        RefreshToken.class)
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst();
    }

    /** Spends the code; false if somebody else did first. One conditional update decides, whoever asks at once. */
    public boolean consume(AuthorizationCode code, Instant now) {
        return consume("authorization_code", code.hash(), now);
    }

    /** Spends the refresh token; false if somebody else did first. */
    public boolean consume(RefreshToken token, Instant now) {
        return consume("refresh_token", token.hash(), now);
    }

    private boolean consume(String table, String hash, Instant now) {
        return entities.createNativeQuery(
                                "update " + table + " set consumed_at = ?1 where hash = ?2 and consumed_at is null")
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .setParameter(2, hash)
                        .executeUpdate()
                == 1;
    }

    /**
     * Ends the grant and so every token of it, those already issued and those being issued at this moment: a token is
     * good only while its grant is.
     */
    public void revoke(UUID grant, RevocationReason reason, Instant now) {
        entities.createNativeQuery("update oauth_grant set revoked_at = ?1, revocation_reason = ?2"
                        + " where id = ?3 and revoked_at is null")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, reason.name())
                .setParameter(3, grant)
                .executeUpdate();
    }
}
