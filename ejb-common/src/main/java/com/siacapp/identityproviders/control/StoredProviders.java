package com.siacapp.identityproviders.control;

import com.siacapp.identityproviders.entity.IdentityAssertion;
import com.siacapp.identityproviders.entity.IdentityProvider;
import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored identity providers with their companies, and whom they mean by a subject. */
@ApplicationScoped
public class StoredProviders {

    private static final String COMPLETE = "select p from IdentityProvider p join fetch p.tenant t where ";

    @PersistenceContext
    EntityManager entities;

    public void add(IdentityProvider provider) {
        entities.persist(provider);
    }

    /** Removes it, and whom it means by its subjects. */
    public void remove(IdentityProvider provider) {
        entities.remove(provider);
        entities.flush();
    }

    public Optional<IdentityProvider> of(UUID tenant) {
        return one("t.id = :key", tenant);
    }

    /** Whether the provider is still there; until the transaction ends nobody removes it. */
    public boolean isHeld(IdentityProvider provider) {
        return !entities.createNativeQuery("select 1 from identity_provider where id = ?1 for key share")
                .setParameter(1, provider.id())
                .getResultList()
                .isEmpty();
    }

    /** Whom the provider meant by this subject before. */
    public Optional<UUID> boundTo(IdentityAssertion assertion) {
        List<?> found = entities.createNativeQuery(
                        "select user_id from identity_subject where provider_id = ?1 and subject = ?2")
                .setParameter(1, assertion.provider().id())
                .setParameter(2, assertion.subject())
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    /** Whether the provider means this person by some subject already. */
    public boolean isBound(IdentityAssertion assertion, User person) {
        List<?> found = entities.createNativeQuery(
                        "select subject from identity_subject where provider_id = ?1 and user_id = ?2")
                .setParameter(1, assertion.provider().id())
                .setParameter(2, person.id())
                .getResultList();
        return !found.isEmpty();
    }

    /** From now on the provider means this person by the subject; false if either is bound already. */
    public boolean bind(IdentityAssertion assertion, User person, Instant now) {
        return entities.createNativeQuery("insert into identity_subject (provider_id, subject, user_id, bound_at)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, assertion.provider().id())
                        .setParameter(2, assertion.subject())
                        .setParameter(3, person.id())
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private Optional<IdentityProvider> one(String condition, Object key) {
        return entities.createQuery(COMPLETE + condition, IdentityProvider.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
