package com.siacapp.pages;

import static com.siacapp.testkit.Person.ADMIN;
import static com.siacapp.testkit.Person.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Chromium;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page as people see it: in a real browser, in both languages, on a desk and on a phone. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PagesInTheBrowserIT {

    /** A new page is one line here. */
    private static Stream<Chromium.Page> pages() {
        var operator = Company.founded().administrator().browser();
        var own = companysOwnApp(operator);
        return Stream.of(
                Chromium.page("home", "/"),
                Chromium.page("sign-in", "/signin"),
                Chromium.page("error nobody is redirected with", "/oauth/authorize?client_id=nobody"),
                Chromium.page("signed in", "/signin", AUTHOR),
                Chromium.page("consent", consentPage(), AUTHOR),
                Chromium.page(
                        "consent to the company's own app",
                        OAuthClient.known(own, "").authorizationRequest().address(),
                        operator),
                Chromium.page("keys of an app", "/admin/clients/" + own + "/keys", operator),
                Chromium.page("people", "/admin/people", ADMIN),
                Chromium.page("connected apps", "/admin/apps", ADMIN),
                Chromium.page("registered apps", "/admin/clients", ADMIN),
                Chromium.page("new app", "/admin/clients/new", ADMIN),
                Chromium.page("new service account", "/admin/clients/services/new", ADMIN),
                Chromium.page("connection doctor", "/admin/doctor", operator),
                Chromium.page("connection doctor's findings", "/admin/doctor", operator)
                        .after("form.card button"),
                Chromium.page("audit log", "/admin/audit?from=2020-01-01", ADMIN),
                Chromium.page("account", Account.PATH, AUTHOR),
                Chromium.page("change of the password", Account.PATH + "/password", AUTHOR),
                Chromium.page("setup", Link.setup().path()),
                Chromium.page(
                        "invitation", Link.invitation("iris@joins.example").path()),
                Chromium.page(
                        "password reset", Link.passwordReset(AUTHOR.email()).path()),
                Chromium.page("link that is over", "/link?key=nobody"),
                Chromium.page("link that was used", "/link/done"));
    }

    @TestFactory
    Stream<DynamicTest> pages_everybody_can_use() {
        return Chromium.visit(pages().toList())
                .map(view -> dynamicTest(view.toString(), () -> {
                    assertThat(view.title()).isNotBlank();
                    assertThat(view.spoken()).as("the page's language").isEqualTo(view.language());
                    assertThat(view.overflow())
                            .as("pixels beyond the screen's edge")
                            .isNotPositive();
                    assertThat(view.seriousViolations()).isEmpty();
                }));
    }

    /** The id of an app that has keys of its own. */
    private static String companysOwnApp(Browser administrator) {
        var fields = Map.of(
                "name",
                "Intranet",
                "redirect_uris",
                OAuthClient.REDIRECT_URI,
                "kind",
                "KEYS",
                "jwks",
                Administration.JWKS,
                "scope",
                "siac.templates.read");
        return new Administration(administrator)
                .fill("clients/new", "clients/new", fields)
                .page()
                .select(".once code")
                .text();
    }

    private static String consentPage() {
        return OAuthClient.registered().authorizationRequest().address();
    }
}
