package com.siacapp.users.control;

import com.siacapp.keys.entity.Secret;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored one-time links. */
@ApplicationScoped
public class StoredLinks {

    private static final String WITH_ITS_PEOPLE = "select l from OneTimeLink l left join fetch l.tenant"
            + " left join fetch l.user left join fetch l.createdBy where ";

    @PersistenceContext
    EntityManager entities;

    public void add(OneTimeLink link) {
        entities.persist(link);
    }

    public Optional<OneTimeLink> withSecret(Secret secret) {
        return entities.createQuery(WITH_ITS_PEOPLE + "l.secretHash = :hash", OneTimeLink.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .findFirst();
    }

    /** Spends the link; false if somebody else did first. One conditional update decides, whoever asks at once. */
    public boolean use(OneTimeLink link, Instant now) {
        return end("used_at", link, now);
    }

    /** Makes the link useless; false if it was used or withdrawn before. */
    public boolean withdraw(OneTimeLink link, Instant now) {
        return end("withdrawn_at", link, now);
    }

    private boolean end(String how, OneTimeLink link, Instant now) {
        return entities.createNativeQuery("update one_time_link set " + how + " = ?1"
                                + " where id = ?2 and used_at is null and withdrawn_at is null")
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .setParameter(2, link.id())
                        .executeUpdate()
                == 1;
    }

    /** The invitations of a company that can still be used, newest first. */
    public List<OneTimeLink> openInvitations(UUID tenant, Instant now) {
        return entities.createQuery(
                        WITH_ITS_PEOPLE + "l.tenant.id = :tenant and l.kind = :kind order by l.createdAt desc",
                        OneTimeLink.class)
                .setParameter("tenant", tenant)
                .setParameter("kind", OneTimeLink.Kind.INVITATION)
                .getResultStream()
                .filter(link -> link.isOpenAt(now))
                .toList();
    }

    /** Makes the open invitations for this e-mail useless, because another takes their place. */
    public void withdrawInvitations(UUID tenant, String email, Instant now) {
        openInvitations(tenant, now).stream()
                .filter(open ->
                        open.email().filter(User.canonicalEmail(email)::equals).isPresent())
                .forEach(older -> withdraw(older, now));
    }

    /** The links by which this person's password could still be reset. */
    public List<OneTimeLink> openPasswordResets(UUID user, Instant now) {
        return entities.createQuery(WITH_ITS_PEOPLE + "l.user.id = :user and l.kind = :kind", OneTimeLink.class)
                .setParameter("user", user)
                .setParameter("kind", OneTimeLink.Kind.PASSWORD_RESET)
                .getResultStream()
                .filter(link -> link.isOpenAt(now))
                .toList();
    }
}
