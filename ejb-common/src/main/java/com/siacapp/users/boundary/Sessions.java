package com.siacapp.users.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.SessionSettings;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.BrowserSession;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Browser sessions: started by a sign-in, found by the secret in the cookie, ended by the person. */
@Stateless
public class Sessions {

    private static final Duration LAST_SEEN_RESOLUTION = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** Starts a session of that person; the secret is the cookie's value and is given out only here. */
    public Secret start(UUID user, Optional<String> newPasswordHash) {
        var secret = Secret.random();
        var person = users.withId(user).orElseThrow();
        newPasswordHash.ifPresent(person::changePasswordHash);
        entities.persist(new BrowserSession(person, secret, clock.instant(), SessionSettings.LIFESPAN.value()));
        audit.record(event(AuditEventType.SIGN_IN_SUCCEEDED, person));
        return secret;
    }

    /** Who holds this secret, if the session is alive. */
    public Optional<SignedInUser> find(Secret secret) {
        var now = clock.instant();
        var session = withSecret(secret).filter(found -> found.isAliveAt(now, SessionSettings.IDLE_LIMIT.value()));
        session.ifPresent(alive -> alive.seen(now, LAST_SEEN_RESOLUTION));
        return session.map(SignedInUser::of);
    }

    public void end(Secret secret) {
        var now = clock.instant();
        withSecret(secret)
                .filter(session -> session.isAliveAt(now, SessionSettings.IDLE_LIMIT.value()))
                .ifPresent(session -> {
                    session.end(now);
                    audit.record(event(AuditEventType.SIGNED_OUT, session.user()));
                });
    }

    private static AuditEvent event(AuditEventType type, User person) {
        return AuditEvent.of(type).tenant(person.tenant().id()).user(person.id());
    }

    private Optional<BrowserSession> withSecret(Secret secret) {
        return entities.createQuery(
                        "select s from BrowserSession s join fetch s.user u join fetch u.tenant where s.secretHash = :hash",
                        BrowserSession.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .findFirst();
    }
}
