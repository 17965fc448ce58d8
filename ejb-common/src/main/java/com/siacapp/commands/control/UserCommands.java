package com.siacapp.commands.control;

import com.siacapp.audit.entity.Author;
import com.siacapp.commands.entity.Answer;
import com.siacapp.commands.entity.CommandRefused;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.users.control.Access;
import com.siacapp.users.control.AccountSettings;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.control.Colleagues;
import com.siacapp.users.control.PasswordResets;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Commands about people, of whatever company, operators included. */
@ApplicationScoped
public class UserCommands {

    private static final int MOST = 1000;

    private static final List<String> HEADINGS =
            List.of("E-MAIL", "NAME", "COMPANY", "ROLE", "ACCOUNT", "INSTALLATION");

    private static final Pattern HASH = Pattern.compile("[\\w-]{43}");

    @Inject
    Users users;

    @Inject
    Colleagues colleagues;

    @Inject
    Administrators administrators;

    @Inject
    Access access;

    @Inject
    PasswordResets resets;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    public Answer list(String company) {
        var found = users.list(company, MOST);
        if (found.isEmpty() && !company.isEmpty()) {
            throw new CommandRefused("nobody is in a company whose name contains " + company);
        }
        var lines = new ArrayList<>(List.of(HEADINGS));
        found.stream().map(UserCommands::line).forEach(lines::add);
        if (found.size() == MOST) {
            lines.add(List.of("There may be more than these " + MOST + "; --company narrows it down."));
        }
        return Answer.table(lines);
    }

    /** The link's secret is the launcher's: we are told its hash, and say what stands before it and how long it is good. */
    public Answer resetPassword(String email, String secretHash) {
        if (!HASH.matcher(secretHash).matches()) {
            throw new CommandRefused("that is no hash of a secret");
        }
        var person = person(email);
        if (person.isDisabled()) {
            throw new CommandRefused("the account of " + email + " is closed");
        }
        var link = OneTimeLink.passwordReset(
                person, secretHash, clock.instant(), AccountSettings.PASSWORD_RESET_LIFESPAN.value());
        resets.start(link, person, Author.COMMAND_LINE);
        return Answer.done(
                installation.issuer() + "/link?key=",
                link.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The last administrator, too: an account that was taken over is closed at once, and can be opened again. */
    public Answer disable(String email) {
        var person = person(email);
        var company = person.tenant();
        administrators.holdCompany(company.id());
        access.disable(person, Author.COMMAND_LINE);
        var done = "The account of " + email + " is closed, and every session and app of theirs is over.";
        return person.role() == Role.ADMINISTRATOR && !colleagues.hasOtherAdministrator(company.id(), person.id())
                ? Answer.done(done, "Nobody administers the company " + company.name() + " now.")
                : Answer.done(done);
    }

    public Answer enable(String email) {
        var person = person(email);
        administrators.holdCompany(person.tenant().id());
        access.enable(person, Author.COMMAND_LINE);
        var done = "The account of " + email + " is open.";
        return person.tenant().isDisabled()
                ? Answer.done(
                        done,
                        "They cannot sign in yet: the company "
                                + person.tenant().name() + " is closed.")
                : Answer.done(done);
    }

    public Answer signOut(String email, boolean disconnectApps) {
        access.signOut(person(email), disconnectApps, Author.COMMAND_LINE);
        return Answer.done(email
                + (disconnectApps ? " is signed out everywhere and has no app left." : " is signed out everywhere."));
    }

    private User person(String email) {
        return users.withEmail(email).orElseThrow(() -> new CommandRefused("nobody has the e-mail " + email));
    }

    private static List<String> line(User person) {
        return List.of(
                person.email(),
                person.name(),
                person.tenant().name(),
                person.role().name().toLowerCase(Locale.ROOT),
                person.isShutOut() ? "closed" : person.isDisabled() ? "company closed" : "open",
                person.isOperator() ? "operator" : "");
    }
}
