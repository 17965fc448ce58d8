package com.siacapp.serviceaccounts.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.serviceaccounts.entity.ServiceAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.config.QueryHints;

/** The stored service accounts with user, tenant and client. */
@ApplicationScoped
public class StoredServiceAccounts {

    private static final String COMPLETE =
            "select a from ServiceAccount a join fetch a.client c join fetch a.user u join fetch u.tenant t ";

    @PersistenceContext
    EntityManager entities;

    /** Stores the account with its user and client. */
    public void add(ServiceAccount account) {
        entities.persist(account.user());
        entities.persist(account.client());
        entities.persist(account);
    }

    public List<ServiceAccount> of(UUID tenant) {
        return entities.createQuery(COMPLETE + "where t.id = :tenant order by u.name, a.id", ServiceAccount.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    /** The tenant's account of this id. */
    public Optional<ServiceAccount> find(UUID tenant, UUID id) {
        return entities.createQuery(COMPLETE + "where t.id = :tenant and a.id = :id", ServiceAccount.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public Optional<ServiceAccount> of(Client client) {
        return entities.createQuery(
                        "select a from ServiceAccount a join fetch a.client c where c.id = :client",
                        ServiceAccount.class)
                // EclipseLink takes one step of JPQL's join fetch and no second.
                .setHint(QueryHints.FETCH, "a.user.tenant")
                .setParameter("client", client.id())
                .getResultStream()
                .findFirst();
    }

    /**
     * Whether the account and its company are open; until the transaction ends nobody closes them: whoever does ends the
     * account's grants next.
     */
    public boolean isHeldOpen(Client client) {
        return !entities.createNativeQuery("""
                        select 1 from service_account a
                        join app_user u on u.id = a.user_id join tenant t on t.id = u.tenant_id
                        where a.client_id = ?1 and u.disabled_at is null and t.disabled_at is null
                        for share of t, u""")
                .setParameter(1, client.id())
                .getResultList()
                .isEmpty();
    }

    /**
     * Whether the client still proves itself as it did when it authenticated; until the transaction ends nobody changes
     * that: whoever does ends its grants next.
     */
    public boolean isHeldAsItWas(Client authenticated) {
        List<?> held = entities.createNativeQuery("select * from client where id = ?1 for share", Client.class)
                .setParameter(1, authenticated.id())
                .getResultList();
        return held.stream().map(Client.class::cast).anyMatch(authenticated::provesItselfLike);
    }

    /**
     * Deletes the account and its client, whose grants the caller deleted. The user stays, disabled by the caller: what it wrote names it, and a
     * subject is never given out again (RFC 9068 §6).
     */
    public void delete(ServiceAccount account) {
        entities.remove(account);
        entities.flush();
        entities.remove(account.client());
    }
}
