package com.siacapp.users.boundary;

import static com.siacapp.audit.entity.AuditEventType.TENANT_CREATED;
import static com.siacapp.audit.entity.AuditEventType.TENANT_DISABLED;
import static com.siacapp.audit.entity.AuditEventType.TENANT_ENABLED;
import static com.siacapp.audit.entity.AuditEventType.USER_INVITED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.keys.entity.Secret;
import com.siacapp.tenants.entity.Tenant;
import com.siacapp.tenants.entity.TenantDisabled;
import com.siacapp.users.boundary.Invitations.NewLink;
import com.siacapp.users.control.AccountSettings;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.control.BrowserSessions;
import com.siacapp.users.control.StoredLinks;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.Company;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operator's hand on the companies of the installation. */
@Stateless
public class Companies {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Administrators administrators;

    @Inject
    StoredLinks links;

    @Inject
    Users users;

    @Inject
    BrowserSessions sessions;

    @Inject
    Event<TenantDisabled> disabled;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    public List<Company> list(SignedInUser by) {
        var operator = administrators.requireOperator(by);
        return entities.createQuery(
                        "select t, (select count(u) from User u where u.tenant = t and u.serviceAccount = false)"
                                + " from Tenant t order by t.name, t.id",
                        Object[].class)
                .getResultStream()
                .map(row -> company(operator, (Tenant) row[0], (Long) row[1]))
                .toList();
    }

    public Optional<Company> find(SignedInUser by, UUID company) {
        return list(by).stream().filter(listed -> listed.id().equals(company)).findFirst();
    }

    /**
     * A new company, and the link by which its first administrator joins.
     *
     * @throws AccountRefusal COMPANY_MISSING, EMAIL_UNUSABLE, EMAIL_TAKEN
     */
    public NewLink create(SignedInUser by, String name, String email) {
        var operator = administrators.requireOperator(by);
        if (name.isBlank() || name.length() > 100) {
            throw AccountRefusal.because(AccountProblem.COMPANY_MISSING);
        }
        var company = new Tenant(UUID.randomUUID(), name.strip(), clock.instant());
        entities.persist(company);
        audit.record(event(operator, AuditEvent.of(TENANT_CREATED), company));
        return invite(operator, company, email);
    }

    /**
     * Another link for an administrator of that company, when the first one got lost or they all left. It replaces the open
     * one for the same e-mail. None for a company that is closed.
     *
     * @throws AccountRefusal EMAIL_UNUSABLE, EMAIL_TAKEN
     */
    public Optional<NewLink> inviteAdministrator(SignedInUser by, UUID company, String email) {
        var operator = administrators.requireOperator(by);
        return Optional.ofNullable(entities.find(Tenant.class, company))
                .filter(found -> !found.isDisabled())
                .map(found -> invite(operator, found, email));
    }

    /** Nobody of the company can sign in any more, and what they were signed in with and connected is over for good. */
    public boolean disable(SignedInUser by, UUID company) {
        var operator = administrators.requireOperatorAlone(by);
        var found = Optional.ofNullable(entities.find(Tenant.class, company))
                // Whoever runs the installation does not lock themselves out of it.
                .filter(other -> !other.id().equals(operator.tenant().id()));
        found.filter(enabled -> !enabled.isDisabled()).ifPresent(enabled -> {
            enabled.disable(clock.instant());
            sessions.endAllOfTenant(company);
            disabled.fire(new TenantDisabled(company));
            audit.record(event(operator, AuditEvent.of(TENANT_DISABLED), enabled));
        });
        return found.isPresent();
    }

    public boolean enable(SignedInUser by, UUID company) {
        var operator = administrators.requireOperatorAlone(by);
        var found = Optional.ofNullable(entities.find(Tenant.class, company));
        found.filter(Tenant::isDisabled).ifPresent(closed -> {
            closed.enable();
            audit.record(event(operator, AuditEvent.of(TENANT_ENABLED), closed));
        });
        return found.isPresent();
    }

    private NewLink invite(User operator, Tenant company, String email) {
        if (!Users.isEmail(email)) {
            throw AccountRefusal.because(AccountProblem.EMAIL_UNUSABLE);
        }
        if (users.withEmail(email).isPresent()) {
            throw AccountRefusal.because(AccountProblem.EMAIL_TAKEN);
        }
        var now = clock.instant();
        links.withdrawInvitations(company.id(), email, now);
        var secret = Secret.random();
        var link = OneTimeLink.firstInvitation(
                operator, company, email, secret, now, AccountSettings.INVITATION_LIFESPAN.value());
        links.add(link);
        audit.record(AuditEvent.of(USER_INVITED)
                .tenant(company.id())
                .user(operator.id())
                .subject(link.id())
                .detail(Role.ADMINISTRATOR.name()));
        return new NewLink(secret, link.expiresAt());
    }

    /** The installation's line: it belongs to no company's log. */
    private static AuditEvent event(User operator, AuditEvent event, Tenant company) {
        return event.user(operator.id()).subject(company.id());
    }

    private static Company company(User operator, Tenant tenant, long people) {
        return new Company(
                tenant.id(),
                tenant.name(),
                tenant.isDisabled(),
                tenant.id().equals(operator.tenant().id()),
                people,
                tenant.createdAt());
    }
}
