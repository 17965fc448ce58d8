package com.siacapp.grants.control;

import com.siacapp.grants.entity.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The living grants of one company, with person and client. */
@ApplicationScoped
public class TenantGrants {

    /** As many as one page can usefully show. */
    public static final int MOST = 500;

    private static final String ALIVE = "select g from Grant g join fetch g.client c join fetch g.user u"
            + " where g.tenant.id = :tenant and g.revokedAt is null and g.expiresAt > :now ";

    @PersistenceContext
    EntityManager entities;

    public List<Grant> alive(UUID tenant, Instant now) {
        return entities.createQuery(ALIVE + "order by g.createdAt desc, g.id", Grant.class)
                .setParameter("tenant", tenant)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }

    public List<Grant> alive(UUID tenant, String client, Instant now) {
        return entities.createQuery(ALIVE + "and c.id = :client", Grant.class)
                .setParameter("tenant", tenant)
                .setParameter("now", now)
                .setParameter("client", client)
                .getResultList();
    }

    public Optional<Grant> find(UUID tenant, UUID grant, Instant now) {
        return entities.createQuery(ALIVE + "and g.id = :grant", Grant.class)
                .setParameter("tenant", tenant)
                .setParameter("now", now)
                .setParameter("grant", grant)
                .getResultStream()
                .findFirst();
    }

    /** When the client last got a token by it; what it called since is not written down anywhere. */
    public Instant lastUse(Grant grant) {
        return Optional.ofNullable(entities.createQuery(
                                "select max(r.createdAt) from RefreshToken r where r.grant = :grant", Instant.class)
                        .setParameter("grant", grant)
                        .getSingleResult())
                .orElse(grant.createdAt());
    }
}
