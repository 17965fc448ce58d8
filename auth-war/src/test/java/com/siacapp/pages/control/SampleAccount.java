package com.siacapp.pages.control;

import static com.siacapp.pages.control.SamplePages.ADDRESS;
import static com.siacapp.pages.control.SamplePages.ANA;
import static com.siacapp.pages.control.SamplePages.TEMPLATE_WORK;

import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.AccountPage;
import com.siacapp.pages.entity.Device;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.LinkPage;
import com.siacapp.pages.entity.LinkPage.Typed;
import com.siacapp.pages.entity.LinkResultPage;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Page;
import com.siacapp.pages.entity.PasswordPage;
import com.siacapp.pages.entity.Powers;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.OneTimeLink.Kind;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The pages of a person's account and of one-time links, in every state. */
final class SampleAccount {

    private static final UUID ID = UUID.fromString("0f0e0d0c-0000-4000-8000-000000000001");
    private static final Instant THEN = Instant.parse("2026-11-03T09:15:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T16:40:00Z");
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko Firefox/140.0";

    private SampleAccount() {}

    static void addTo(Map<String, Page> pages) {
        pages.put("account", account());
        pages.put(
                "account-new",
                new AccountPage(
                        frame(),
                        "token",
                        Role.VIEWER,
                        List.of(),
                        List.of(),
                        List.of(session(true, FIREFOX)),
                        new AccountPage.SessionRules(30, 12, 10),
                        List.of()));
        pages.put("password", new PasswordPage(frame(), "token", Set.of(), 0));
        pages.put("password-refused", new PasswordPage(frame(), "token", EnumSet.allOf(AccountProblem.class), 0));
        pages.put("password-later", new PasswordPage(frame(), "token", Set.of(), 90));
        pages.put("link-setup", link(Kind.SETUP, new Typed("", "", ""), Set.of()));
        pages.put(
                "link-setup-refused",
                link(Kind.SETUP, new Typed("<b>Cafés", "Ana", "ana"), EnumSet.allOf(AccountProblem.class)));
        pages.put("link-invitation", link(Kind.INVITATION, new Typed(ANA.company(), "", ANA.email()), Set.of()));
        pages.put("link-reset", link(Kind.PASSWORD_RESET, new Typed(ANA.company(), "", ANA.email()), Set.of()));
        pages.put("link-done", new LinkResultPage(ADDRESS, true, "/sign-in"));
        pages.put("link-over", new LinkResultPage(ADDRESS, false, "/sign-in"));
    }

    private static AccountPage account() {
        return new AccountPage(
                frame(Notice.APP_DISCONNECTED, Notice.GONE_ALREADY),
                "token",
                Role.AUTHOR,
                List.of(
                        app("ChatGPT", "chatgpt.com", TEMPLATE_WORK),
                        app("<script>alert(1)</script>" + "W".repeat(90), "", Set.of(Scope.FULL_ACCESS)),
                        app("", "", Set.of(Scope.TEMPLATES_READ)),
                        new AccountPage.App(
                                ID,
                                new DisplayName("Claude"),
                                "claude.ai",
                                new Powers(TEMPLATE_WORK, Role.AUTHOR),
                                false,
                                THEN,
                                NOW,
                                NOW,
                                NOW)),
                List.of(new AccountPage.Stopped(new DisplayName("MCP Inspector"), NOW)),
                List.of(session(true, FIREFOX), session(false, "curl")),
                new AccountPage.SessionRules(30, 12, 10),
                AccountPage.TOLD.stream()
                        .map(type -> new AccountPage.Happening(type, NOW, "203.0.113.7"))
                        .toList());
    }

    private static AccountPage.App app(String name, String host, Set<Scope> scopes) {
        return new AccountPage.App(
                ID, new DisplayName(name), host, new Powers(scopes, Role.AUTHOR), true, THEN, NOW, NOW, NOW);
    }

    private static AccountPage.Session session(boolean isThisOne, String userAgent) {
        return new AccountPage.Session(ID, isThisOne, Device.of(userAgent), "203.0.113.7", THEN, NOW);
    }

    private static LinkPage link(Kind kind, Typed typed, Set<AccountProblem> problems) {
        return new LinkPage(ADDRESS, "/link?key=x", "token", kind, new DisplayName("Luz Mar"), false, typed, problems);
    }

    private static Frame frame(Notice... notices) {
        return new Frame(ADDRESS, ANA, Section.openTo(Role.AUTHOR, false), Section.ACCOUNT, List.of(notices), "token");
    }
}
