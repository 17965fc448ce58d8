package com.siacapp.users.control;

import com.siacapp.installation.boundary.Operators;
import com.siacapp.users.entity.NotPermittedException;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * Who may manage what, asked again in the transaction that does it: a role may have changed since the page was shown.
 * Whoever may not is refused by {@link NotPermittedException}.
 */
@ApplicationScoped
public class Administrators implements Operators {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    /** The administrator of their own company. */
    public User require(SignedInUser by) {
        return require(by.id());
    }

    public User require(UUID administrator) {
        return users.withId(administrator)
                .filter(user -> user.isAdministrator() && !user.isServiceAccount())
                .orElseThrow(() -> new NotPermittedException("Only an administrator manages a company"));
    }

    /**
     * The same while nobody else changes who administers this company: until this transaction ends, others that ask wait,
     * and then see what it did.
     */
    public User requireAlone(SignedInUser by) {
        holdCompany(by.tenant());
        return require(by);
    }

    /** Until this transaction ends nobody else changes who administers the company. */
    public void holdCompany(UUID tenant) {
        entities.createNativeQuery("select 1 from tenant where id = ?1 for no key update")
                .setParameter(1, tenant)
                .getResultList();
    }

    /** The operator of the installation. */
    public User requireOperator(SignedInUser by) {
        return operator(by.id());
    }

    @Override
    public void requireOperator(UUID person) {
        operator(person);
    }

    private User operator(UUID person) {
        return users.withId(person)
                .filter(user -> user.isOperator() && !user.isDisabled())
                .orElseThrow(() -> new NotPermittedException("Only an operator manages the installation"));
    }

    /** The same while nobody else changes which companies there are. */
    public User requireOperatorAlone(SignedInUser by) {
        entities.createNativeQuery("lock table tenant in share row exclusive mode")
                .executeUpdate();
        return requireOperator(by);
    }
}
