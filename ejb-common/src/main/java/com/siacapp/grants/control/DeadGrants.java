package com.siacapp.grants.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What is left of grants, codes and tokens that are over. Each method deletes some of what ended before a moment, the
 * oldest first, in one transaction, and returns how many; rows that another node deletes are skipped.
 */
@Stateless
public class DeadGrants {

    private static final String TOKENS = """
            delete from refresh_token where hash in (
                select hash from refresh_token where expires_at < ?1
                order by expires_at limit ?2 for update skip locked)""";

    /** A client that refreshes every few minutes leaves thousands: they go before their grant does. */
    private static final String TOKENS_OF_REVOKED = """
            delete from refresh_token where hash in (
                select r.hash from oauth_grant g join refresh_token r on r.grant_id = g.id
                where least(g.revoked_at, g.expires_at) < ?1 limit ?2 for update of r skip locked)""";

    private static final String CODES = """
            delete from authorization_code where hash in (
                select hash from authorization_code where expires_at < ?1
                order by expires_at limit ?2 for update skip locked)""";

    private static final String GRANTS = """
            delete from oauth_grant where id in (
                select id from oauth_grant g where least(revoked_at, expires_at) < ?1
                    and not exists (select 1 from refresh_token r where r.grant_id = g.id)
                order by least(revoked_at, expires_at) limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    public int deleteTokens(Instant endedBefore, int most) {
        return delete(TOKENS, endedBefore, most);
    }

    public int deleteTokensOfRevoked(Instant endedBefore, int most) {
        return delete(TOKENS_OF_REVOKED, endedBefore, most);
    }

    public int deleteCodes(Instant endedBefore, int most) {
        return delete(CODES, endedBefore, most);
    }

    /** Those that have no refresh tokens any more, with what codes they have. */
    public int deleteGrants(Instant endedBefore, int most) {
        return delete(GRANTS, endedBefore, most);
    }

    private int delete(String statement, Instant endedBefore, int most) {
        return entities.createNativeQuery(statement)
                .setParameter(1, endedBefore.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .executeUpdate();
    }
}
