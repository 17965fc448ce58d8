package com.siacapp.pages;

import static com.siacapp.testkit.Chromium.page;
import static com.siacapp.testkit.Person.ADMIN;
import static com.siacapp.testkit.Person.AUTHOR;
import static com.siacapp.testkit.Person.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Chromium;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.VendorHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Path TEMPLATES = Path.of("..", "auth-war", "src", "main", "resources", "pages");

    /** A new page is one line in one of these; a form is looked at after it was refused, too. */
    private static Stream<Chromium.Page> pages() {
        return Stream.of(ofStrangers(), ofAppsThatConnect(), ofAPerson(), ofAnAdministrator(), ofAnOperator())
                .flatMap(page -> page);
    }

    private static Stream<Chromium.Page> ofStrangers() {
        return Stream.of(
                page("home", "/"),
                page("sign-in", "/signin"),
                page("sign-in refused", "/signin").after("main button.main"),
                page("setup", Link.setup().path()),
                page("setup refused", Link.setup().path()).after("main button.main"),
                page("invitation", Link.invitation("iris@joins.example").path()),
                page("password reset", Link.passwordReset(AUTHOR.email()).path()),
                page("link that is over", "/link?key=nobody"),
                page("link that was used", "/link/done"),
                page("signed out", "/oauth/logout?" + wishToLogOut()));
    }

    private static Stream<Chromium.Page> ofAppsThatConnect() {
        var client = OAuthClient.registered();
        var refused = "https://docs.vendor.test/refused-by-the-browser";
        VendorHost.publishes(refused, OAuthClient.document(refused, document -> document.put("client_secret", "x")));
        return Stream.of(
                page("app that nobody knows", "/oauth/authorize?client_id=nobody"),
                page("app whose document is refused", authorizing(OAuthClient.at(refused)), AUTHOR),
                page("app that is blocked", authorizing(blocked()), AUTHOR),
                page("consent", authorizing(client), AUTHOR),
                page(
                        "way back to an app",
                        client.authorizationRequest()
                                .with("response_type", "token")
                                .address(),
                        AUTHOR),
                page("log out", "/oauth/logout?" + wishToLogOut(), AUTHOR),
                page("code of a device", "/device", AUTHOR),
                page("code of no device", "/device", AUTHOR).after("main form button"),
                page("consent for a device", aDevice(), AUTHOR).after("main form button"),
                page("device that a viewer can give nothing", aDevice(), VIEWER).after("main form button"));
    }

    private static Stream<Chromium.Page> ofAPerson() {
        return Stream.of(
                page("signed in", "/signin", AUTHOR),
                page("account", Account.PATH, AUTHOR),
                page("change of the password", Account.PATH + "/password", AUTHOR),
                page("change of the password refused", Account.PATH + "/password", AUTHOR)
                        .after("main .card button.main"));
    }

    private static Stream<Chromium.Page> ofAnAdministrator() {
        var company = Company.added();
        var own = companysOwnApp(company);
        var person = "/admin/people/" + company.hire("AUTHOR", "Julia Una").id();
        var administrator = company.administrator().browser();
        company.hire("VIEWER").tokens(OAuthClient.registered());
        return Stream.of(
                page("people", "/admin/people", ADMIN),
                page("invitation of nobody", "/admin/people", administrator).after(".card button.main"),
                page("person", person, administrator),
                page("question", person + "/disable", administrator),
                page("shown once", person + "/password-link", administrator).after(".question button.main"),
                page("notice", person + "?notice=PERSON_SIGNED_OUT", administrator),
                page("connected apps", "/admin/apps", administrator),
                page("registered apps", "/admin/clients", administrator),
                page("new app", "/admin/clients/new", administrator),
                page("keys of an app", "/admin/clients/" + own + "/keys", administrator),
                page("keys of an app refused", "/admin/clients/" + own + "/keys", administrator)
                        .after(".card button.main"),
                page("consent to the company's own app", authorizing(OAuthClient.known(own, "")), administrator),
                page("new app refused", "/admin/clients/new", administrator).after(".card button.main"),
                page("new service account", "/admin/clients/services/new", administrator),
                page("new service account refused", "/admin/clients/services/new", administrator)
                        .after(".card button.main"),
                page("identity provider", "/admin/identity", administrator),
                page("identity provider refused", "/admin/identity", administrator)
                        .after(".card button.main"),
                page("audit log", "/admin/audit?from=2020-01-01", ADMIN));
    }

    private static Stream<Chromium.Page> ofAnOperator() {
        var operator = Company.founded().administrator().browser();
        var invite = "/admin/tenants/" + Company.added().id() + "/invite";
        var block = "/admin/all-apps/block?client=" + OAuthClient.registered().id();
        return Stream.of(
                page("companies", "/admin/tenants", operator),
                page("new company refused", "/admin/tenants", operator).after(".card button.main"),
                page("another administrator", invite, operator),
                page("another administrator refused", invite, operator).after(".question button.main"),
                page("all apps", "/admin/all-apps", operator),
                page("blocking an app", block, operator),
                page("blocking an app refused", block, operator).after(".question button.main"),
                page("signing keys", "/admin/keys", operator),
                page("the installation's log", "/admin/audit?log=installation", operator),
                page("connection doctor", "/admin/doctor", operator),
                page("connection doctor's findings", "/admin/doctor", operator).after("form.card button"));
    }

    @TestFactory
    Stream<DynamicTest> pages_everybody_can_use() {
        var views = Chromium.visit(pages().toList()).toList();
        return Stream.concat(
                views.stream().map(view -> dynamicTest(view.toString(), () -> assertUsable(view))),
                Stream.of(dynamicTest(
                        "no template is left out",
                        () -> assertThat(templatesOf(views)).isEqualTo(templates()))));
    }

    private static void assertUsable(Chromium.View view) {
        assertThat(view.title()).isNotBlank();
        assertThat(view.spoken()).as("the page's language").isEqualTo(view.language());
        assertThat(view.overflow()).as("pixels beyond the screen's edge").isNotPositive();
        assertThat(view.seriousViolations()).isEmpty();
    }

    private static Set<String> templatesOf(List<Chromium.View> views) {
        return views.stream().map(Chromium.View::template).collect(Collectors.toSet());
    }

    /** Those that are a page, and not a frame or a part of others. */
    private static Set<String> templates() {
        try (var files = Files.list(TEMPLATES)) {
            return files.filter(PagesInTheBrowserIT::isPage)
                    .map(file -> file.getFileName().toString().replace(".peb", ""))
                    .filter(name -> !name.equals("console"))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPage(Path template) {
        try {
            return Files.readString(template).contains("{% extends ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The id of an app that has keys of its own. */
    private static String companysOwnApp(Company company) {
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
        return company.administrator()
                .administration()
                .fill("clients/new", "clients/new", fields)
                .page()
                .select(".once code")
                .text();
    }

    private static String aDevice() {
        return Device.of(Device.app(), "siac.templates.write").path();
    }

    private static String authorizing(OAuthClient client) {
        return client.authorizationRequest().address();
    }

    private static OAuthClient blocked() {
        var client = OAuthClient.registered();
        var path = "all-apps/block?client=" + client.id();
        Company.founded().administrator().administration().fill(path, path, Map.of("reason", "For the picture."));
        return client;
    }

    /** Of an app that wants the person back afterwards. */
    private static String wishToLogOut() {
        var afterwards = "https://app.example/afterwards";
        var client = OAuthClient.registered(
                metadata -> metadata.putArray("post_logout_redirect_uris").add(afterwards));
        return "client_id=" + client.id() + "&post_logout_redirect_uri=" + afterwards;
    }
}
