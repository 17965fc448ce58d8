package com.siacapp.users.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.boundary.RequestOrigin;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.BrowserSessions;
import com.siacapp.users.control.SessionSettings;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.BrowserSession;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Browser sessions: started by a sign-in, found by the secret in the cookie, ended by the person. */
@Stateless
public class Sessions {

    /** Use is noted coarsely: a page view needs no write each time. */
    private static final Duration LAST_SEEN_RESOLUTION = Duration.ofMinutes(1);

    @Inject
    BrowserSessions sessions;

    @Inject
    Users users;

    @Inject
    RequestOrigin origin;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Starts a session of that person; the secret is the cookie's value and is given out only here. Whoever has as many
     * sessions as allowed loses the one used least recently (ASVS 7.1.2).
     *
     * @param verifiedHash the hash that the password was checked against
     * @param rehashed the same password hashed anew, to be stored in its place
     * @return empty if the stored hash is another meanwhile: who changed it ended the sessions there were
     */
    public Optional<Secret> start(UUID user, String verifiedHash, Optional<String> rehashed) {
        if (!users.isHeldWith(user, verifiedHash)) {
            return Optional.empty();
        }
        var secret = Secret.random();
        var person = users.withId(user).orElseThrow();
        rehashed.ifPresent(person::changePasswordHash);
        var others = sessions.aliveOf(user).stream().map(BrowserSession::id);
        sessions.endAllBut(others.limit(SessionSettings.MOST_AT_ONCE - 1L).toList(), user);
        sessions.add(new BrowserSession(
                person,
                secret,
                origin.userAgent(),
                origin.address().orElse(""),
                clock.instant(),
                SessionSettings.LIFESPAN.value()));
        audit.record(event(AuditEventType.SIGN_IN_SUCCEEDED, person));
        return Optional.of(secret);
    }

    /** Who holds this secret, if the session is alive. Each page asks: without a transaction, which would end in a trip. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<SignedInUser> find(Secret secret) {
        var now = clock.instant();
        var session =
                sessions.withSecret(secret).filter(found -> found.isAliveAt(now, SessionSettings.IDLE_LIMIT.value()));
        session.filter(alive -> now.isAfter(alive.lastSeenAt().plus(LAST_SEEN_RESOLUTION)))
                .ifPresent(alive -> sessions.seen(alive.id(), now));
        return session.map(SignedInUser::of);
    }

    public void end(Secret secret) {
        var now = clock.instant();
        sessions.withSecret(secret)
                .filter(session -> session.isAliveAt(now, SessionSettings.IDLE_LIMIT.value()))
                .ifPresent(session -> {
                    session.end(now);
                    audit.record(event(AuditEventType.SIGNED_OUT, session.user()));
                });
    }

    private static AuditEvent event(AuditEventType type, User person) {
        return AuditEvent.of(type).tenant(person.tenant().id()).user(person.id());
    }

    /** This person's sessions, the most recently used first (ASVS 7.5.2). */
    public List<OpenSession> openOf(SignedInUser person) {
        return sessions.aliveOf(person.id()).stream()
                .map(session -> OpenSession.of(session, person))
                .toList();
    }

    /** Ends a session of this person; whether there was one. */
    public boolean end(SignedInUser person, UUID session) {
        var own = sessions.aliveOf(person.id()).stream()
                .filter(open -> open.id().equals(session))
                .findFirst();
        own.ifPresent(open -> {
            open.end(clock.instant());
            audit.record(ended(person).subject(session));
        });
        return own.isPresent();
    }

    /** Ends every session of this person but the one that asks. */
    public void endOthers(SignedInUser person) {
        sessions.endAllBut(List.of(person.session()), person.id());
        audit.record(ended(person).detail("all others"));
    }

    private static AuditEvent ended(SignedInUser person) {
        return AuditEvent.of(AuditEventType.SESSION_ENDED)
                .tenant(person.tenant())
                .user(person.id());
    }

    /**
     * A browser this person is signed in with.
     *
     * @param isThisOne whether it is the one that asks
     * @param userAgent what the browser calls itself: an outsider's text
     */
    public record OpenSession(
            UUID id, boolean isThisOne, String userAgent, String address, Instant since, Instant lastSeen) {

        static OpenSession of(BrowserSession session, SignedInUser person) {
            return new OpenSession(
                    session.id(),
                    session.id().equals(person.session()),
                    session.userAgent(),
                    session.address(),
                    session.authenticatedAt(),
                    session.lastSeenAt());
        }
    }
}
