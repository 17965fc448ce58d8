package com.siacapp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Endpoint;
import com.siacapp.testkit.FilledForm;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is put into one field of a form that is right otherwise, with its token: a page or a refusal, nothing of our
 * inside, and what is refused is not stored.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BadFormsIT {

    private static final String EXPIRED = "This page has expired";

    /** As they are sent, not as they are meant. */
    private static final Map<String, String> NASTY = Map.of(
            "U+0000", "a%00b",
            "line breaks", "a%0D%0ASet-Cookie:+b%3Dc",
            "half a percent sequence", "%zz%",
            "a long value", "x".repeat(60_000),
            "bytes that are no UTF-8", "%C0%80%FF",
            "SQL", "%27%29%3B+drop+table+client%3B--",
            "HTML", "%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E");

    /** Boxes that are ticked whatever they say; this one ends the session that the next field needs. */
    private static final String BOX = "disconnect-apps";

    /** Acts without a field of their own, whose page is there only after the opposite act. */
    private static final List<String> OPPOSITE = List.of("/enable", "/unblock");

    private final Company company = Company.founded();
    private final Browser operator = company.administrator().browser();

    /** From an address of its own: wrong passwords and codes are counted. */
    private final Elsewhere elsewhere = Elsewhere.at("127.0.0.66");

    @TestFactory
    Stream<DynamicTest> forms_of_whoever_is_signed_in_survive_every_field() {
        var forms = formsOfTheConsole();
        forms.add(form(operator, "/device"));
        forms.add(FilledForm.of(Device.of(Device.app(), "openid").enteredBy(operator)));
        forms.add(FilledForm.of(OAuthClient.registered().authorizationRequest().openedBy(operator)));
        forms.add(form(operator, "/oauth/logout"));
        return forms.stream().map(form -> surviving(form.action(), operator, () -> form, form.names()));
    }

    @TestFactory
    Stream<DynamicTest> forms_for_strangers_survive_every_field() {
        var browser = new Browser();
        var signIn = form(browser, "/signin");
        var link = form(browser, Link.setup().path());
        return Stream.of(
                surviving("sign-in", browser, () -> signIn, signIn.names()),
                // What is accepted uses the link up.
                surviving("link", browser, () -> form(browser, Link.setup().path()), link.names()));
    }

    private DynamicTest surviving(String what, Browser browser, Opened opened, Set<String> names) {
        return DynamicTest.dynamicTest(
                what,
                () -> names.forEach(name -> NASTY.forEach((nasty, value) -> {
                    if (name.equals(BOX)) {
                        return;
                    }
                    var form = opened.form();
                    var answer = elsewhere.does(() -> Database.unchangedBy(
                            () -> browser.postEncoded(form.action(), form.encoded(name, value)),
                            BadFormsIT::isRefusal));
                    var sent = what + ", " + name + ": " + nasty;
                    BadInputIT.assertIsNoFault(sent, answer);
                    assertThat(answer.page().select("script")).as(sent).isEmpty();
                    assertThat(answer.header("Set-Cookie")).as(sent).doesNotContain("b=c");
                    if (!name.equals("csrf")) {
                        assertThat(answer.page().select("h1").text())
                                .as(sent + " does not get past the door")
                                .isNotEqualTo(EXPIRED);
                    }
                })));
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() >= 400;
    }

    /** One form of each kind that an operator comes to by following links, of things that are there to be changed. */
    private List<FilledForm> formsOfTheConsole() {
        var forms = new LinkedHashMap<String, FilledForm>();
        var visited = new HashSet<String>();
        var next = new ArrayDeque<>(thingsToChange());
        while (!next.isEmpty()) {
            var path = next.remove();
            if (visited.add(kind(path))) {
                var page = operator.open(path).page();
                page.select("form[method=post][action]").stream()
                        .filter(form -> !form.attr("action").equals("/signout"))
                        .map(FilledForm::of)
                        .forEach(form -> forms.putIfAbsent(kind(form.action()) + form.names(), form));
                next.addAll(page.select("a[href^=/admin], a[href^=/account]").eachAttr("href"));
            }
        }
        assertThat(forms.values())
                .extracting(form -> kind(form.action()))
                .as("no form goes untried")
                .containsAll(postsOfTheConsole());
        return new ArrayList<>(forms.values());
    }

    private List<String> thingsToChange() {
        var admin = new Administration(operator);
        var person = company.hire("AUTHOR");
        var client = OAuthClient.registered();
        person.tokens(client);
        admin.fill("people", "people", Map.of("email", UUID.randomUUID() + "@x.siac.test", "role", "VIEWER"));
        for (var kind : List.of("SECRET", "KEYS")) {
            admin.fill(
                    "clients/new",
                    "clients/new",
                    Map.of(
                            "name",
                            kind,
                            "redirect_uris",
                            OAuthClient.REDIRECT_URI,
                            "kind",
                            kind,
                            "jwks",
                            kind.equals("KEYS") ? Administration.JWKS : ""));
        }
        for (var jwks : List.of("", Administration.JWKS)) {
            admin.fill(
                    "clients/services/new",
                    "clients/services/new",
                    Map.of("name", "Job", "role", "VIEWER", "scope", "siac.templates.read", "jwks", jwks));
        }
        admin.fill(
                "identity",
                "identity",
                Map.of("issuer", "https://login.vendor.test/" + UUID.randomUUID(), "jwks", Administration.JWKS));
        var other = "/admin/tenants/" + Company.added().id();
        client.tokensFor(operator);
        company.administrator().browser();
        return List.of(
                "/account",
                "/account/password",
                "/admin/people/" + person.id(),
                "/admin/all-apps/block?client=" + client.id(),
                "/admin/keys/rotate",
                other + "/disable",
                other + "/invite");
    }

    private static List<String> postsOfTheConsole() {
        return Endpoint.all().stream()
                .filter(endpoint -> endpoint.method().equals("POST"))
                .map(Endpoint::path)
                .filter(path -> path.startsWith("/admin") || path.startsWith("/account"))
                .filter(path -> OPPOSITE.stream().noneMatch(path::endsWith))
                .map(BadFormsIT::kind)
                .toList();
    }

    /** The path without what tells one thing from another of its kind. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}", "*");
    }

    private static FilledForm form(Browser browser, String path) {
        return FilledForm.of(browser.open(path));
    }

    /** A form on the screen. */
    private interface Opened {
        FilledForm form();
    }
}
