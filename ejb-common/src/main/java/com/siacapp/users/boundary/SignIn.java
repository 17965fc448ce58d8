package com.siacapp.users.boundary;

import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.KnownBrowsers;
import com.siacapp.users.control.Passwords;
import com.siacapp.users.control.SignInGuard;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signing in with e-mail and password. */
@Stateless
public class SignIn {

    /** Longer input is no password of ours, and hashing it would be an attacker's lever. */
    private static final int LONGEST_PASSWORD = 1024;

    private static final int LONGEST_EMAIL = 254;

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    KnownBrowsers knownBrowsers;

    @EJB
    SignInGuard guard;

    @EJB
    Sessions sessions;

    /**
     * A new session if the password is right. A wrong password and an unknown e-mail look and last the same. No
     * transaction is held open while the password is hashed.
     *
     * @param browserProof what this browser was given when somebody signed in with it before
     * @throws com.siacapp.limits.entity.TryLaterException after failures, or when too many sign in at once
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<SignedIn> withPassword(String email, String password, Optional<Secret> browserProof) {
        if (password.length() > LONGEST_PASSWORD
                || email.length() > LONGEST_EMAIL
                || email.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var attempt = guard.begin(email, browserProof);
        var user = users.withEmail(email).filter(found -> !found.isDisabled());
        var matches = user.map(found -> passwords.matches(password, found.passwordHash()))
                .orElseGet(() -> passwords.matchNobody(password));
        if (!matches) {
            var event = AuditEvent.of(AuditEventType.SIGN_IN_FAILED);
            user.ifPresent(known -> event.user(known.id()).tenant(known.tenant().id()));
            guard.failed(attempt, event);
            return Optional.empty();
        }
        guard.succeeded(attempt);
        return user.flatMap(known ->
                session(known, password).map(session -> new SignedIn(session, knownBrowsers.proofFor(known.email()))));
    }

    /** If the hash changed meanwhile, it may be that another sign-in hashed the same password anew. */
    private Optional<Secret> session(User checked, String password) {
        return start(checked, password)
                .or(() -> users.withId(checked.id())
                        .filter(now -> passwords.matches(password, now.passwordHash()))
                        .flatMap(now -> start(now, password)));
    }

    private Optional<Secret> start(User checked, String password) {
        return sessions.start(checked.id(), checked.passwordHash(), renewed(checked, password));
    }

    /** A hash made with today's parameters, if the stored one is weaker: now is when the password is at hand. */
    private Optional<String> renewed(User user, String password) {
        return passwords.isOutdated(user.passwordHash()) ? Optional.of(passwords.hash(password)) : Optional.empty();
    }

    /** The new session, and the proof that this person signed in with this browser: the values of two cookies. */
    public record SignedIn(Secret session, Secret browserProof) {}
}
