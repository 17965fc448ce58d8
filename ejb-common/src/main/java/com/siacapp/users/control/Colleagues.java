package com.siacapp.users.control;

import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of one company; programs that act as one are not among them. */
@ApplicationScoped
public class Colleagues {

    private static final String PEOPLE =
            "select u from User u join fetch u.tenant t" + " where t.id = :tenant and u.serviceAccount = false ";

    @PersistenceContext
    EntityManager entities;

    public List<User> of(UUID tenant) {
        return entities.createQuery(PEOPLE + "order by u.name, u.id", User.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    public Optional<User> find(UUID tenant, UUID person) {
        return entities.createQuery(PEOPLE + "and u.id = :person", User.class)
                .setParameter("tenant", tenant)
                .setParameter("person", person)
                .getResultStream()
                .findFirst();
    }

    /** Whether somebody else administers the company too. */
    public boolean hasOtherAdministrator(UUID tenant, UUID person) {
        return (Boolean)
                entities.createNativeQuery("select exists (select 1 from app_user where tenant_id = ?1 and id <> ?2"
                                + " and role = 'ADMINISTRATOR' and disabled_at is null and not service_account)")
                        .setParameter(1, tenant)
                        .setParameter(2, person)
                        .getSingleResult();
    }
}
