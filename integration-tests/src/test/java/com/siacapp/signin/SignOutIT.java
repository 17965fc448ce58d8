package com.siacapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing out is in sight wherever one is signed in (ASVS 7.4.4). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SignOutIT {

    /** A form of its own, or a button of the page's only form. */
    private static final String SIGN_OUT =
            "form[action=/signout] button, button[name=decision][value=switch], button[name=decision][value=sign-out]";

    @Test
    void every_page_behind_the_sign_in_offers_to_sign_out_and_that_ends_the_session() {
        var operator = Company.founded().administrator();
        var client = OAuthClient.registered();
        client.tokensFor(operator.browser());
        var pages = linkedFrom(operator.browser(), Account.PATH);
        assertThat(pages.stream().map(SignOutIT::path))
                .contains("/account/password", "/admin/people", "/admin/apps", "/admin/audit", "/admin/tenants")
                .hasSizeGreaterThan(10);
        pages.add("/signin");
        pages.add("/oauth/logout");
        pages.add(client.authorizationRequest().address());
        for (var path : pages) {
            var browser = operator.browser();
            var page = browser.open(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            var button = page.page().selectFirst(SIGN_OUT);
            assertThat(button).as("a way to sign out on " + path).isNotNull();
            press(browser, button);
            assertThat(browser.open(Account.PATH).status())
                    .as("signed in after " + path)
                    .isEqualTo(303);
        }
    }

    private static void press(Browser browser, Element button) {
        var form = button.closest("form");
        var fields = new ArrayList<>(
                Http.pairs(Map.of("csrf", form.selectFirst("input[name=csrf]").attr("value"))));
        if (!button.attr("name").isEmpty()) {
            fields.addAll(Http.pairs(Map.of(button.attr("name"), button.attr("value"))));
        }
        browser.post(form.attr("action"), fields);
    }

    /** The pages of account and administration to which links lead, each once, whatever it is asked about. */
    private static List<String> linkedFrom(Browser browser, String start) {
        var found = new TreeMap<>(Map.of(start, start));
        var open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            browser.open(open.remove(0)).page().select("a[href^=/account], a[href^=/admin]").stream()
                    .map(link -> link.attr("href"))
                    .filter(href -> !path(href).endsWith(".csv"))
                    .filter(href -> found.putIfAbsent(path(href), href) == null)
                    .forEach(open::add);
        }
        return new ArrayList<>(found.values());
    }

    /** Without what it is asked about, and whom. */
    private static String path(String href) {
        return href.replaceFirst("[?#].*", "").replaceAll("[0-9a-f-]{36}", "one");
    }
}
