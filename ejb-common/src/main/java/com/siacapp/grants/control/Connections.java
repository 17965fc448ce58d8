package com.siacapp.grants.control;

import com.siacapp.clients.entity.ClientSource;
import com.siacapp.grants.entity.Connection;
import com.siacapp.grants.entity.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The living grants as people see them: one connection for each person and app, however often they connected it. */
@ApplicationScoped
public class Connections {

    /** As many as one page can usefully show. */
    public static final int MOST = 500;

    /** Of the tokens of a grant, of which there may be thousands, only the newest is read. */
    private static final String LIVING = """
            select (array_agg(g.id order by g.created_at desc))[1], u.id, u.name, c.id, c.name, c.source,
                string_agg(g.scopes, ' '),
                extract(epoch from min(g.created_at))::bigint,
                extract(epoch from max(coalesce(newest.created_at, g.created_at)))::bigint,
                extract(epoch from max(coalesce(
                    newest.expires_at,
                    case when g.asserted then g.expires_at end,
                    device.expires_at + make_interval(secs => ?5),
                    g.created_at + make_interval(secs => ?3))))::bigint,
                extract(epoch from max(g.expires_at))::bigint,
                bool_or(g.asked)
            from oauth_grant g join app_user u on u.id = g.user_id join client c on c.id = g.client_id
                left join lateral (
                    select r.created_at, r.expires_at from refresh_token r
                    where r.grant_id = g.id and r.consumed_at is null
                    order by r.created_at desc limit 1) newest on true
                left join device_authorization device on device.grant_id = g.id
            where g.%s = ?1 and g.revoked_at is null and g.expires_at > ?2
            group by u.id, c.id
            order by max(g.created_at) desc, u.id, c.id
            limit ?4""";

    @PersistenceContext
    EntityManager entities;

    /** Of one person, the newest first, at most {@link #MOST}. */
    public List<Connection> ofPerson(UUID user, Instant now) {
        return living("user_id", user, now);
    }

    /** Of all people of a company, the newest first, at most {@link #MOST}. */
    public List<Connection> ofTenant(UUID tenant, Instant now) {
        return living("tenant_id", tenant, now);
    }

    private List<Connection> living(String column, UUID id, Instant now) {
        // Without a refresh token a grant lasts as long as its first access token, however late its code was redeemed.
        var token = TokenSettings.ACCESS_TOKEN_LIFESPAN.value();
        List<?> rows = entities.createNativeQuery(LIVING.formatted(column))
                .setParameter(1, id)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, (double)
                        TokenSettings.CODE_LIFESPAN.value().plus(token).toSeconds())
                .setParameter(4, MOST)
                .setParameter(5, (double) token.toSeconds())
                .getResultList();
        return rows.stream().map(row -> connection((Object[]) row)).toList();
    }

    private static Connection connection(Object[] row) {
        return new Connection(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ClientSource.valueOf((String) row[5]),
                Scopes.parse((String) row[6]),
                moment(row[7]),
                moment(row[8]),
                moment(row[9]),
                moment(row[10]),
                (Boolean) row[11]);
    }

    private static Instant moment(Object seconds) {
        return Instant.ofEpochSecond(((Number) seconds).longValue());
    }
}
