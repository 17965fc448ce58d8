package com.siacapp.users.control;

import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The stored people, each with their tenant. */
@ApplicationScoped
public class Users {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)+");
    private static final int LONGEST_EMAIL = 254;

    @PersistenceContext
    EntityManager entities;

    /** Whether somebody may have this e-mail; whether it is theirs, nobody checks. */
    public static boolean isEmail(String typed) {
        var text = typed.strip();
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

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

    /** The people of companies whose name contains this text, in whatever case; company by company, at most so many. */
    public List<User> list(String company, int most) {
        return entities.createQuery(
                        "select u from User u join fetch u.tenant t where u.serviceAccount = false"
                                + " and locate(:company, lower(t.name)) > 0 order by t.name, t.id, u.name, u.id",
                        User.class)
                .setParameter("company", company.toLowerCase(Locale.ROOT))
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Whether this is still the person's password, and the account open; until this transaction ends nobody changes
     * either. What was decided by a password counts only if it is, because hashing takes long.
     */
    public boolean isHeldWith(UUID id, String passwordHash) {
        return !entities.createNativeQuery("select 1 from app_user where id = ?1 and password_hash = ?2"
                        + " and disabled_at is null for no key update")
                .setParameter(1, id)
                .setParameter(2, passwordHash)
                .getResultList()
                .isEmpty();
    }

    /** Until this transaction ends nobody else changes the person. */
    public void hold(UUID id) {
        entities.createNativeQuery("select 1 from app_user where id = ?1 for no key update")
                .setParameter(1, id)
                .getResultList();
    }

    public void add(User user) {
        entities.persist(user);
    }
}
