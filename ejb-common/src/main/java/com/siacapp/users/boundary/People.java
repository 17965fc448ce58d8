package com.siacapp.users.boundary;

import static com.siacapp.audit.entity.AuditEventType.USER_ROLE_CHANGED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.Author;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.users.control.Access;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.control.BrowserSessions;
import com.siacapp.users.control.Colleagues;
import com.siacapp.users.entity.Member;
import com.siacapp.users.entity.PersonName;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The administrator's hand on the people of their company. What is done takes effect with the commit: sessions are read
 * anew by every request, and whatever ends a token or changes a role sends its signal in the same transaction.
 */
@Stateless
public class People {

    @Inject
    Administrators administrators;

    @Inject
    Colleagues colleagues;

    @Inject
    BrowserSessions sessions;

    @Inject
    Access access;

    @EJB
    Signals signals;

    @EJB
    AuditLog audit;

    public List<Member> list(SignedInUser by) {
        var administrator = administrators.require(by);
        var tenant = administrator.tenant().id();
        var counts = sessions.countsOfTenant(tenant);
        return colleagues.of(tenant).stream()
                .map(person -> member(administrator, person, counts.getOrDefault(person.id(), 0)))
                .toList();
    }

    /** The company's people in the order of their names, to choose one of them. */
    public List<PersonName> names(SignedInUser by) {
        return colleagues.of(administrators.require(by).tenant().id()).stream()
                .map(person -> new PersonName(person.id(), person.name()))
                .toList();
    }

    public Optional<Member> find(SignedInUser by, UUID person) {
        var administrator = administrators.require(by);
        return colleagues
                .find(administrator.tenant().id(), person)
                .map(found -> member(
                        administrator, found, sessions.aliveOf(found.id()).size()));
    }

    /** Gives a person another role, which their tokens follow at once. */
    public Outcome changeRole(SignedInUser by, UUID person, Role role) {
        var administrator = administrators.requireAlone(by);
        return colleague(administrator, person)
                .map(found -> {
                    if (role != Role.ADMINISTRATOR && isLastAdministrator(found)) {
                        return Outcome.LAST_ADMINISTRATOR;
                    }
                    var before = found.role();
                    if (before != role) {
                        found.changeRole(role);
                        signals.send(Signal.listsChanged(Audience.user(found.id())));
                        audit.record(AuditEvent.of(USER_ROLE_CHANGED)
                                .tenant(found.tenant().id())
                                .user(administrator.id())
                                .subject(found.id())
                                .detail(before + " -> " + role));
                    }
                    return Outcome.DONE;
                })
                .orElse(Outcome.NOT_FOUND);
    }

    /** Closes a person's account: sessions and tokens die at once, and stay dead when the account is opened again. */
    public Outcome disable(SignedInUser by, UUID person) {
        var administrator = administrators.requireAlone(by);
        return colleague(administrator, person)
                .map(found -> {
                    if (found.id().equals(administrator.id())) {
                        return Outcome.YOURSELF;
                    }
                    access.disable(found, Author.of(administrator.id()));
                    return Outcome.DONE;
                })
                .orElse(Outcome.NOT_FOUND);
    }

    public Outcome enable(SignedInUser by, UUID person) {
        var administrator = administrators.requireAlone(by);
        return colleague(administrator, person)
                .map(found -> {
                    access.enable(found, Author.of(administrator.id()));
                    return Outcome.DONE;
                })
                .orElse(Outcome.NOT_FOUND);
    }

    /** Ends every session of a person (ASVS 7.4.5), and on demand everything apps may do in their name. */
    public Outcome signOut(SignedInUser by, UUID person, boolean disconnectApps) {
        var administrator = administrators.require(by);
        return colleague(administrator, person)
                .map(found -> {
                    access.signOut(found, disconnectApps, Author.of(administrator.id()));
                    return Outcome.DONE;
                })
                .orElse(Outcome.NOT_FOUND);
    }

    /** Whoever runs the installation is not in the hands of a company's administrator. */
    private Optional<User> colleague(User administrator, UUID person) {
        return colleagues
                .find(administrator.tenant().id(), person)
                .filter(found -> !found.isOperator() || administrator.isOperator());
    }

    private boolean isLastAdministrator(User person) {
        return person.isAdministrator()
                && !colleagues.hasOtherAdministrator(person.tenant().id(), person.id());
    }

    private static Member member(User administrator, User person, int sessions) {
        return new Member(
                person.id(),
                person.name(),
                person.email(),
                person.role(),
                person.isShutOut(),
                person.isOperator(),
                person.id().equals(administrator.id()),
                !person.isOperator() || administrator.isOperator(),
                person.createdAt(),
                sessions);
    }

    /** What became of an act. */
    public enum Outcome {
        DONE,
        /** There is no such person in the administrator's hand. */
        NOT_FOUND,
        /** A company never loses its last administrator. */
        LAST_ADMINISTRATOR,
        /** Nobody closes their own account. */
        YOURSELF
    }
}
