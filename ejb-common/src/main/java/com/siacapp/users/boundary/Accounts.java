package com.siacapp.users.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.keys.entity.Secret;
import com.siacapp.tenants.entity.Tenant;
import com.siacapp.users.control.BrowserSessions;
import com.siacapp.users.control.StoredLinks;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.AppsDisconnected;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.OneTimeLink.Kind;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is stored of accounts when a link is used or a password changed: each method is one transaction, all or nothing.
 * Passwords arrive hashed and are judged before, because both take long and no transaction waits for them.
 */
@Stateless
public class Accounts {

    @PersistenceContext
    EntityManager entities;

    @Inject
    StoredLinks links;

    @Inject
    Users users;

    @Inject
    BrowserSessions sessions;

    @Inject
    Event<AppsDisconnected> disconnected;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** What the link of this secret is for, while it can be used. Looking does not use it. */
    public Optional<OneTimeLink> openLink(Secret secret) {
        return links.withSecret(secret).filter(link -> link.isOpenAt(clock.instant()));
    }

    /** The person's password hash as stored. */
    public String passwordHash(SignedInUser person) {
        return users.withId(person.id()).orElseThrow().passwordHash();
    }

    /**
     * The invited person joins. Whoever has an account in another company cannot have a second one; they learn only that
     * the link is over, and so does whoever invited them to find out.
     */
    public void join(Secret secret, String name, String passwordHash) {
        var link = used(secret, Kind.INVITATION);
        var email = link.email().orElseThrow();
        if (users.withEmail(email).isPresent()) {
            throw AccountRefusal.because(AccountProblem.LINK_IS_OVER);
        }
        var tenant = link.tenant().orElseThrow();
        var person = new User(tenant, email, name, link.role().orElseThrow(), passwordHash, clock.instant());
        add(person, AccountProblem.LINK_IS_OVER);
        audit.record(event(AuditEventType.USER_JOINED, person).subject(link.id()));
    }

    /** A company is founded; its first administrator is the installation's operator too. */
    public void setUp(Secret secret, Founding founding, String passwordHash) {
        var link = used(secret, Kind.SETUP);
        if (users.withEmail(founding.email()).isPresent()) {
            throw AccountRefusal.because(AccountProblem.EMAIL_TAKEN);
        }
        var tenant = new Tenant(UUID.randomUUID(), founding.company(), clock.instant());
        entities.persist(tenant);
        var person =
                new User(tenant, founding.email(), founding.name(), Role.ADMINISTRATOR, passwordHash, clock.instant());
        person.makeOperator();
        add(person, AccountProblem.EMAIL_TAKEN);
        audit.record(event(AuditEventType.INSTALLATION_SET_UP, person).subject(link.id()));
    }

    /**
     * The person has a new password, and whoever came in by the old one is out: every browser has to sign in again, and
     * every app to be connected again.
     */
    public void resetPassword(Secret secret, String passwordHash) {
        // The person before the link, as whoever changes a password does, who withdraws their links.
        openLink(secret).flatMap(OneTimeLink::user).map(User::id).ifPresent(users::hold);
        var link = used(secret, Kind.PASSWORD_RESET);
        var person = link.user().orElseThrow();
        person.changePasswordHash(passwordHash);
        // First of all: a sign-in on its way waits for this row and then finds another password, or its session is
        // seen.
        entities.flush();
        sessions.endAllOf(person.id());
        disconnected.fire(new AppsDisconnected(person.id(), false));
        audit.record(event(AuditEventType.PASSWORD_RESET, person).subject(link.id()));
    }

    /**
     * @param verifiedHash the hash that the current password was checked against; if it is no longer the stored one,
     *     somebody else changed it meanwhile and this change is refused
     * @param disconnectApps whether everything apps may do in the person's name ends too
     */
    public void changePassword(SignedInUser who, String verifiedHash, String newHash, boolean disconnectApps) {
        if (!users.isHeldWith(who.id(), verifiedHash)) {
            throw AccountRefusal.because(AccountProblem.PASSWORD_WRONG);
        }
        var person = users.withId(who.id()).orElseThrow();
        var now = clock.instant();
        person.changePasswordHash(newHash);
        links.openPasswordResets(who.id(), now).forEach(link -> links.withdraw(link, now));
        sessions.endAllBut(List.of(who.session()), who.id());
        var event = event(AuditEventType.PASSWORD_CHANGED, person);
        if (disconnectApps) {
            disconnected.fire(new AppsDisconnected(who.id(), false));
            event.detail("apps disconnected");
        }
        audit.record(event);
    }

    private OneTimeLink used(Secret secret, Kind kind) {
        return openLink(secret)
                .filter(link -> link.isFor(kind))
                .filter(link -> links.use(link, clock.instant()))
                .orElseThrow(() -> AccountRefusal.because(AccountProblem.LINK_IS_OVER));
    }

    /** Two links may bring the same e-mail at the same moment: the database lets one in. */
    private void add(User person, AccountProblem otherwise) {
        try {
            users.add(person);
            entities.flush();
        } catch (PersistenceException secondOne) {
            throw AccountRefusal.because(otherwise);
        }
    }

    private static AuditEvent event(AuditEventType type, User person) {
        return AuditEvent.of(type).tenant(person.tenant().id()).user(person.id());
    }

    /** A company and its first person. */
    public record Founding(String company, String name, String email) {}
}
