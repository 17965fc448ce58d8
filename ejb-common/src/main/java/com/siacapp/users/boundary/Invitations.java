package com.siacapp.users.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.Author;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.AccountSettings;
import com.siacapp.users.control.PasswordResets;
import com.siacapp.users.control.StoredLinks;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Links that administrators make and hand over themselves, because we send no e-mail: to join their company, and to set
 * a new password. Every method refuses whoever is no administrator, and sees that administrator's company only.
 */
@Stateless
public class Invitations {

    @Inject
    StoredLinks links;

    @Inject
    PasswordResets resets;

    @Inject
    Users users;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * A link by which whoever holds it joins the company as this person. It replaces the open one for the same e-mail.
     * Whether another company knows the e-mail is not told: that shows only to the one who opens the link.
     *
     * @throws AccountRefusal EMAIL_UNUSABLE, EMAIL_TAKEN by a colleague, NOT_PERMITTED
     */
    public NewLink invite(SignedInUser by, String email, Role role) {
        var administrator = administrator(by);
        if (!Users.isEmail(email)) {
            throw AccountRefusal.because(AccountProblem.EMAIL_UNUSABLE);
        }
        if (users.withEmail(email)
                .filter(known -> isColleague(administrator, known))
                .isPresent()) {
            throw AccountRefusal.because(AccountProblem.EMAIL_TAKEN);
        }
        var now = clock.instant();
        links.withdrawInvitations(by.tenant(), email, now);
        var secret = Secret.random();
        var link = OneTimeLink.invitation(
                administrator, email, role, secret, now, AccountSettings.INVITATION_LIFESPAN.value());
        links.add(link);
        audit.record(event(AuditEventType.USER_INVITED, by).subject(link.id()).detail(role.name()));
        return new NewLink(secret, link.expiresAt());
    }

    /** The company's invitations that can still be used, newest first. */
    public List<OpenInvitation> open(SignedInUser by) {
        administrator(by);
        return links.openInvitations(by.tenant(), clock.instant()).stream()
                .map(OpenInvitation::of)
                .toList();
    }

    /** Makes an open invitation of the company useless; whether there was one. */
    public boolean withdraw(SignedInUser by, UUID invitation) {
        administrator(by);
        var now = clock.instant();
        var found = links.openInvitations(by.tenant(), now).stream()
                .filter(open -> open.id().equals(invitation))
                .filter(open -> links.withdraw(open, now))
                .findFirst();
        found.ifPresent(link ->
                audit.record(event(AuditEventType.INVITATION_WITHDRAWN, by).subject(link.id())));
        return found.isPresent();
    }

    /**
     * A link by which a colleague sets a new password (ASVS 6.4.6: the administrator never chooses it). It replaces the
     * open one. Only an operator resets an operator's password: else any administrator of that company could become one.
     *
     * @throws AccountRefusal NOT_PERMITTED, also when there is no such colleague
     */
    public NewLink startPasswordReset(SignedInUser by, UUID person) {
        var administrator = administrator(by);
        var colleague = users.withId(person)
                .filter(found -> isColleague(administrator, found) && !found.isDisabled())
                .filter(found -> !found.isOperator() || administrator.isOperator())
                .orElseThrow(() -> AccountRefusal.because(AccountProblem.NOT_PERMITTED));
        var now = clock.instant();
        var secret = Secret.random();
        var link = OneTimeLink.passwordReset(
                administrator, colleague, secret, now, AccountSettings.PASSWORD_RESET_LIFESPAN.value());
        resets.start(link, colleague, Author.of(administrator.id()));
        return new NewLink(secret, link.expiresAt());
    }

    private User administrator(SignedInUser by) {
        return users.withId(by.id())
                .filter(User::isAdministrator)
                .orElseThrow(() -> AccountRefusal.because(AccountProblem.NOT_PERMITTED));
    }

    private static boolean isColleague(User one, User other) {
        return one.tenant().id().equals(other.tenant().id());
    }

    private static AuditEvent event(AuditEventType type, SignedInUser by) {
        return AuditEvent.of(type).tenant(by.tenant()).user(by.id());
    }

    /** A link just made. Its secret is given out only here. */
    public record NewLink(Secret secret, Instant expiresAt) {

        /** The path and query at which its holder uses it. */
        public String path() {
            return "/link?key=" + secret.value();
        }
    }

    /** An invitation that can still be used. */
    public record OpenInvitation(
            UUID id, String email, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {

        static OpenInvitation of(OneTimeLink link) {
            return new OpenInvitation(
                    link.id(),
                    link.email().orElseThrow(),
                    link.role().orElseThrow(),
                    link.createdBy().orElseThrow().name(),
                    link.createdAt(),
                    link.expiresAt());
        }
    }
}
