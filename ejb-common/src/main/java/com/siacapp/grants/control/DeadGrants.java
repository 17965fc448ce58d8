package com.siacapp.grants.control;

import com.siacapp.installation.control.Batches;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * What is left of grants, codes, tokens and devices' requests that are over. Each method deletes some of what ended before a
 * moment, the oldest first, in one transaction, and returns how many; rows that another node deletes are skipped.
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

    private static final String DEVICES = """
            delete from device_authorization where hash in (
                select hash from device_authorization where expires_at < ?1
                order by expires_at limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    public int deleteTokens(Instant endedBefore, int most) {
        return Batches.delete(entities, TOKENS, endedBefore, most);
    }

    public int deleteTokensOfRevoked(Instant endedBefore, int most) {
        return Batches.delete(entities, TOKENS_OF_REVOKED, endedBefore, most);
    }

    public int deleteCodes(Instant endedBefore, int most) {
        return Batches.delete(entities, CODES, endedBefore, most);
    }

    /** What devices asked for, decided or not. */
    public int deleteDevices(Instant expiredBefore, int most) {
        return Batches.delete(entities, DEVICES, expiredBefore, most);
    }

    /** Those that have no refresh tokens any more, with what codes they have. */
    public int deleteGrants(Instant endedBefore, int most) {
        return Batches.delete(entities, GRANTS, endedBefore, most);
    }
}
