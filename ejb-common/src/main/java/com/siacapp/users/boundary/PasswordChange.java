package com.siacapp.users.boundary;

import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.PasswordPolicy;
import com.siacapp.users.control.Passwords;
import com.siacapp.users.control.SignInGuard;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Changing one's own password, which takes the current one (ASVS 6.2.3, 7.5.1). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordChange {

    @EJB
    Accounts accounts;

    @EJB
    SignInGuard guard;

    @Inject
    PasswordPolicy policy;

    @Inject
    Passwords passwords;

    /**
     * Ends the person's other sessions, too (ASVS 7.4.3). A session somebody left open is no way to guess the password:
     * failures count like those of a sign-in.
     *
     * @param disconnectApps whether everything apps may do in the person's name ends too
     * @param browserProof what this browser was given when somebody signed in with it before
     * @throws AccountRefusal with everything that is wrong
     * @throws com.siacapp.limits.entity.TryLaterException after failures
     */
    public void change(
            SignedInUser person,
            String current,
            NewPassword wanted,
            boolean disconnectApps,
            Optional<Secret> browserProof) {
        var attempt = guard.begin(person.email(), browserProof);
        var stored = accounts.passwordHash(person);
        if (current.length() > Passwords.LONGEST || !passwords.matches(current, stored)) {
            guard.failed(
                    attempt,
                    AuditEvent.of(AuditEventType.PASSWORD_CHANGE_FAILED)
                            .tenant(person.tenant())
                            .user(person.id()));
            throw AccountRefusal.because(AccountProblem.PASSWORD_WRONG);
        }
        guard.succeeded(attempt);
        AccountRefusal.ifAny(wanted.problems(policy, List.of(person.name(), person.email(), person.tenantName())));
        accounts.changePassword(person, stored, passwords.hash(wanted.typed()), disconnectApps);
    }
}
