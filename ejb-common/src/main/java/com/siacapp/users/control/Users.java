package com.siacapp.users.control;

import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The stored people, each with their tenant. */
@ApplicationScoped
public class Users {

    @PersistenceContext
    EntityManager entities;

    /** The person with this address; never a service account, which nobody signs in as. */
    public Optional<User> withEmail(String email) {
        return entities.createQuery(
                        "select u from User u join fetch u.tenant where u.email = :email and u.serviceAccount = false",
                        User.class)
                .setParameter("email", User.canonicalEmail(email))
                .getResultStream()
                .findFirst();
    }

    public Optional<User> withId(UUID id) {
        return entities.createQuery("select u from User u join fetch u.tenant where u.id = :id", User.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public void add(User user) {
        entities.persist(user);
    }
}
