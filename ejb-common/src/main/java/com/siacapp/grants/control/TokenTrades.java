package com.siacapp.grants.control;

import com.siacapp.audit.boundary.RequestOrigin;
import com.siacapp.grants.entity.AuthorizationCode;
import com.siacapp.grants.entity.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Trades of a code or refresh token for new tokens. Each is one statement that spends the old secret if it may be spent,
 * stores the new refresh token and writes the audit line: nobody can come between, and the database is asked once.
 */
@ApplicationScoped
public class TokenTrades {

    /**
     * How many may trade one refresh token within the grace. More than any honest client has processes, and a bound on
     * what a thief makes of one.
     */
    private static final int MOST_USES = 100;

    private static final String STORE_AND_AUDIT = """
            , child as (
                insert into refresh_token (hash, grant_id, created_at, expires_at, dpop_jkt)
                select cast(?5 as text), grant_id, ?6, ?7, cast(?8 as text) from spent where ?9)
            insert into audit_event (occurred_at, type, tenant_id, user_id, client_id, grant_id, address, detail)
            select ?10, cast(?11 as text), g.tenant_id, g.user_id, g.client_id, g.id, cast(?12 as text),
                   case when spent.uses > 1 then 'once more within the grace' end
            from spent join oauth_grant g on g.id = spent.grant_id
            returning 1""";

    private static final String REDEEM_CODE = """
            with spent as (
                update authorization_code set consumed_at = ?1
                where hash = ?2 and consumed_at is null
                returning grant_id, 1 as uses)""" + STORE_AND_AUDIT;

    /** A second use finds the first one's time: within the grace it counts, afterwards it is a replay. */
    private static final String ROTATE = """
            with spent as (
                update refresh_token set consumed_at = coalesce(consumed_at, ?1), uses = uses + 1
                where hash = ?2 and (consumed_at is null or (consumed_at > ?3 and uses < ?4))
                returning grant_id, uses)""" + STORE_AND_AUDIT;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RequestOrigin origin;

    /** Spends the code for the client's first refresh token, if it gets any; false if somebody else did before. */
    public boolean redeem(AuthorizationCode code, Optional<RefreshToken> first, Instant now) {
        var query =
                entities.createNativeQuery(REDEEM_CODE).setParameter(1, at(now)).setParameter(2, code.hash());
        return traded(query, first, "TOKENS_ISSUED", now);
    }

    /** Trades the token for its child; false if it was spent and its grace is over. */
    public boolean rotate(RefreshToken parent, RefreshToken child, Duration grace, Instant now) {
        var query = entities.createNativeQuery(ROTATE)
                .setParameter(1, at(now))
                .setParameter(2, parent.hash())
                .setParameter(3, at(now.minus(grace)))
                .setParameter(4, grace.isZero() ? 1 : MOST_USES);
        return traded(query, Optional.of(child), "TOKENS_REFRESHED", now);
    }

    /** Asked for its result and not as an update, which JPA takes in a transaction only: alone it commits itself. */
    private boolean traded(Query query, Optional<RefreshToken> child, String event, Instant now) {
        return !query.setParameter(5, child.map(RefreshToken::hash).orElse(null))
                .setParameter(6, at(now))
                .setParameter(7, at(child.map(RefreshToken::expiresAt).orElse(now)))
                .setParameter(8, child.flatMap(RefreshToken::boundKey).orElse(null))
                .setParameter(9, child.isPresent())
                .setParameter(10, at(now))
                .setParameter(11, event)
                .setParameter(12, origin.address().orElse(null))
                .getResultList()
                .isEmpty();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
