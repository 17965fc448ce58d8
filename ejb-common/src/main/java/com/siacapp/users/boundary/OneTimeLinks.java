package com.siacapp.users.boundary;

import com.siacapp.keys.entity.Secret;
import com.siacapp.users.boundary.Accounts.Founding;
import com.siacapp.users.control.PasswordPolicy;
import com.siacapp.users.control.Passwords;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.OneTimeLink.Kind;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the holder of a one-time link does with it. Each use throws {@link AccountRefusal} with everything that is wrong,
 * and then the link can still be used.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OneTimeLinks {

    private static final int LONGEST_NAME = 100;

    @EJB
    Accounts accounts;

    @Inject
    PasswordPolicy policy;

    @Inject
    Passwords passwords;

    /** The link of this secret, while it can be used. Looking does not use it: programs that scan links look, too. */
    public Optional<OpenLink> open(Secret secret) {
        return accounts.openLink(secret).map(OpenLink::of);
    }

    /** Joins the company that invited. */
    public void join(Secret secret, String name, NewPassword password) {
        var link = required(secret, Kind.INVITATION);
        var typed = line(name);
        var problems = problems(
                password, Stream.concat(Stream.of(typed), link.known().stream()).toList());
        requireName(typed, AccountProblem.NAME_MISSING, problems);
        AccountRefusal.ifAny(problems);
        accounts.join(secret, typed, passwords.hash(password.typed()));
    }

    /** Founds a company and makes its first administrator, who keeps the installation too. */
    public void setUp(Secret secret, Founding founding, NewPassword password) {
        required(secret, Kind.SETUP);
        var typed = new Founding(
                line(founding.company()),
                line(founding.name()),
                founding.email().strip());
        var problems = problems(password, List.of(typed.company(), typed.name(), typed.email()));
        requireName(typed.company(), AccountProblem.COMPANY_MISSING, problems);
        requireName(typed.name(), AccountProblem.NAME_MISSING, problems);
        if (!Users.isEmail(typed.email())) {
            problems.add(AccountProblem.EMAIL_UNUSABLE);
        }
        AccountRefusal.ifAny(problems);
        accounts.setUp(secret, typed, passwords.hash(password.typed()));
    }

    /** Sets a new password for the person the link is for. */
    public void resetPassword(Secret secret, NewPassword password) {
        var link = required(secret, Kind.PASSWORD_RESET);
        AccountRefusal.ifAny(problems(password, link.known()));
        accounts.resetPassword(secret, passwords.hash(password.typed()));
    }

    private OpenLink required(Secret secret, Kind kind) {
        return open(secret)
                .filter(link -> link.kind() == kind)
                .orElseThrow(() -> AccountRefusal.because(AccountProblem.LINK_IS_OVER));
    }

    private Set<AccountProblem> problems(NewPassword password, Collection<String> known) {
        var problems = EnumSet.noneOf(AccountProblem.class);
        problems.addAll(password.problems(policy, known));
        return problems;
    }

    private static void requireName(String typed, AccountProblem otherwise, Set<AccountProblem> problems) {
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            problems.add(otherwise);
        }
    }

    /** One line of text, as it is stored. */
    private static String line(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }

    /**
     * What a link is for.
     *
     * @param company where its person is or will be; empty for one that founds a company
     * @param email whose account it makes or changes; empty for one that founds a company
     * @param name whose password it resets; empty for the others
     * @param invitedBy the administrator who made it; empty for one of the command line
     */
    public record OpenLink(Kind kind, String company, String email, String name, String invitedBy) {

        static OpenLink of(OneTimeLink link) {
            return new OpenLink(
                    link.kind(),
                    link.tenant().map(tenant -> tenant.name()).orElse(""),
                    link.email().or(() -> link.user().map(User::email)).orElse(""),
                    link.user().map(User::name).orElse(""),
                    link.createdBy().map(User::name).orElse(""));
        }

        Collection<String> known() {
            return List.of(company, email, name);
        }
    }
}
