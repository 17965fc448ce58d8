package com.siacapp.users.control;

import static com.siacapp.limits.entity.Limit.SIGN_IN_FAILURES_PER_ACCOUNT;
import static com.siacapp.limits.entity.Limit.SIGN_IN_FAILURES_PER_ADDRESS;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.keys.entity.Secret;
import com.siacapp.limits.boundary.Delays;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Slows the guessing of passwords, and keeps nobody from their account (ASVS 6.1.1, 6.3.1). Only failures count:
 *
 * <ul>
 *   <li>of one person at one place, which is a known browser, else a network: after a few, each makes the next try wait
 *       longer, up to some minutes. A right password there ends it. Other places do not notice.
 *   <li>from one network, whoever is tried: after many within minutes, browsers that are not known wait until those are
 *       over.
 *   <li>of one person from everywhere: after many within an hour, a network gets one try before it waits. So each guess
 *       costs an attacker a fresh network, while the person, from wherever, always has a first try.
 * </ul>
 *
 * An e-mail that nobody has is treated the same.
 */
@Stateless
public class SignInGuard {

    private static final int FREE_FAILURES = 5;
    private static final int FREE_FAILURES_UNDER_ATTACK = 1;

    @EJB
    Delays delays;

    @EJB
    Limits limits;

    @EJB
    AuditLog audit;

    @Inject
    KnownBrowsers knownBrowsers;

    /**
     * Before the password is looked at.
     *
     * @throws com.siacapp.limits.entity.TryLaterException while one has to wait
     */
    public Attempt begin(String email, Optional<Secret> proof) {
        var account = User.canonicalEmail(email);
        var browser = proof.flatMap(secret -> knownBrowsers.nameIn(secret, account));
        if (browser.isEmpty()) {
            limits.require(SIGN_IN_FAILURES_PER_ADDRESS, limits.network());
        }
        var isUnderAttack = browser.isEmpty()
                && limits.untilFree(SIGN_IN_FAILURES_PER_ACCOUNT, account).isPresent();
        var free = isUnderAttack ? FREE_FAILURES_UNDER_ATTACK : FREE_FAILURES;
        return new Attempt(
                account,
                browser.isPresent(),
                delays.begin(free, "sign-in", account, browser.orElseGet(limits::network)));
    }

    /**
     * The password was wrong, or there is no such person.
     *
     * @param event what the log says of it
     */
    public void failed(Attempt attempt, AuditEvent event) {
        delays.failed(attempt.tried());
        if (!attempt.isOfKnownBrowser()) {
            limits.count(SIGN_IN_FAILURES_PER_ADDRESS, limits.network());
        }
        limits.count(SIGN_IN_FAILURES_PER_ACCOUNT, attempt.account());
        audit.record(event);
    }

    /**
     * The password was right.
     *
     * @throws com.siacapp.limits.entity.TryLaterException when too many guesses made at the same time were wrong
     */
    public void succeeded(Attempt attempt) {
        delays.succeeded(attempt.tried());
    }

    /** A try that was let through. */
    public record Attempt(String account, boolean isOfKnownBrowser, Delays.Try tried) {}
}
