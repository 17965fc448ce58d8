package com.siacapp.account.control;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.console.control.Console;
import com.siacapp.grants.boundary.ConnectedApps;
import com.siacapp.grants.boundary.ConnectedApps.StoppedApp;
import com.siacapp.grants.entity.Connection;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.pages.entity.AccountPage;
import com.siacapp.pages.entity.Device;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.PasswordPage;
import com.siacapp.pages.entity.Powers;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.Sessions;
import com.siacapp.users.boundary.Sessions.OpenSession;
import com.siacapp.users.control.SessionSettings;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import com.siacapp.users.entity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The pages of a person's own account. */
@RequestScoped
public class AccountPages {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST_HAPPENINGS = 20;

    @Inject
    Console console;

    @Inject
    ConnectedApps apps;

    @Inject
    Sessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    public Response overview() {
        var person = console.person();
        return console.show(new AccountPage(
                console.frame(Section.ACCOUNT),
                console.csrf(Section.ACCOUNT),
                person.role(),
                apps.of(person).stream().map(app -> app(app, person.role())).toList(),
                apps.stoppedForReplay(person, LATELY).stream()
                        .map(AccountPages::stopped)
                        .toList(),
                sessions.openOf(person).stream().map(AccountPages::session).toList(),
                new AccountPage.SessionRules(
                        SessionSettings.IDLE_LIMIT.value().toMinutes(),
                        SessionSettings.LIFESPAN.value().toHours(),
                        SessionSettings.MOST_AT_ONCE),
                audit.latestOf(person.id(), AccountPage.TOLD, MOST_HAPPENINGS).stream()
                        .map(AccountPages::happening)
                        .toList()));
    }

    public Response password() {
        return console.show(passwordPage(Set.of(), 0));
    }

    /** The same page with what was wrong, and every password to be typed again. */
    public Response passwordAgain(AccountRefusal refused) {
        return console.show(422, passwordPage(refused.problems(), 0));
    }

    /** The same page, and how long to wait. */
    public Response passwordLater(TryLaterException notNow) {
        var wait = notNow.retryAfterSeconds();
        return Response.fromResponse(console.show(429, passwordPage(Set.of(), wait)))
                .header(HttpHeaders.RETRY_AFTER, wait)
                .build();
    }

    private PasswordPage passwordPage(Set<AccountProblem> problems, long waitSeconds) {
        return new PasswordPage(console.frame(Section.ACCOUNT), console.csrf(Section.ACCOUNT), problems, waitSeconds);
    }

    private AccountPage.App app(Connection app, Role role) {
        return new AccountPage.App(
                app.id(),
                new DisplayName(app.clientName()),
                app.verifiedHost().orElse(""),
                new Powers(app.scopes(), role),
                app.canActAt(clock.instant()),
                app.since(),
                app.lastUse(),
                app.endsUnused(),
                app.until());
    }

    private static AccountPage.Stopped stopped(StoppedApp app) {
        return new AccountPage.Stopped(new DisplayName(app.name()), app.at());
    }

    private static AccountPage.Session session(OpenSession session) {
        return new AccountPage.Session(
                session.id(),
                session.isThisOne(),
                Device.of(session.userAgent()),
                session.address(),
                session.since(),
                session.lastSeen());
    }

    private static AccountPage.Happening happening(AuditEvent event) {
        return new AccountPage.Happening(
                event.type(), event.occurredAt(), event.address().orElse(""));
    }
}
