package com.siacapp.users.boundary;

import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.Passwords;
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

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @EJB
    Sessions sessions;

    /**
     * A new session's secret if the password is right. A wrong password and an unknown e-mail look and last the same.
     * No transaction is held open while the password is hashed.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Secret> withPassword(String email, String password) {
        if (password.length() > LONGEST_PASSWORD || email.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var user = users.withEmail(email).filter(found -> !found.isDisabled());
        var matches = user.map(found -> passwords.matches(password, found.passwordHash()))
                .orElseGet(() -> passwords.matchNobody(password));
        return matches ? user.map(known -> sessions.start(known.id(), renewed(known, password))) : Optional.empty();
    }

    /** A hash made with today's parameters, if the stored one is weaker: now is when the password is at hand. */
    private Optional<String> renewed(User user, String password) {
        return passwords.isOutdated(user.passwordHash()) ? Optional.of(passwords.hash(password)) : Optional.empty();
    }
}
