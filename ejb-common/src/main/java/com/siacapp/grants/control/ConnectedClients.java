package com.siacapp.grants.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.grants.entity.ConnectedClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The clients of the whole installation, but for those that companies registered for themselves, with their grants. */
@ApplicationScoped
public class ConnectedClients {

    /** As many clients as a list holds at most. */
    public static final int MOST = 100;

    private static final String CLIENTS = "select c, (select count(g) from Grant g where g.client = c"
            + " and g.revokedAt is null and g.expiresAt > :now) from Client c where c.tenant is null ";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Those whose name or id contains this text, in whatever case: the blocked ones first, then those used last; at most
     * {@link #MOST}.
     */
    public List<ConnectedClient> list(String text) {
        return told(entities.createQuery(
                        CLIENTS + "and (locate(:text, lower(c.name)) > 0 or locate(:text, lower(c.id)) > 0)"
                                + " order by c.disabledAt desc nulls last, c.lastUsedAt desc nulls last,"
                                + " c.createdAt desc, c.id",
                        Object[].class)
                .setParameter("text", text.toLowerCase(Locale.ROOT))
                .setMaxResults(MOST));
    }

    public Optional<ConnectedClient> find(String id) {
        return told(entities.createQuery(CLIENTS + "and c.id = :id", Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    private List<ConnectedClient> told(TypedQuery<Object[]> clients) {
        return clients.setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> ConnectedClient.of((Client) row[0], (Long) row[1]))
                .toList();
    }
}
