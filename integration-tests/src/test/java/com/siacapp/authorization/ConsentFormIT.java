package com.siacapp.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.AuthorizationRequest;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A yes is to what the page said, and to nothing else (ASVS 10.7.2). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConsentFormIT {

    private static final String READ = "siac.templates.read";

    private final Browser browser = Browser.signedInAs(Person.AUTHOR);

    @Test
    void a_yes_is_only_good_for_the_request_that_was_shown() {
        var token = csrf(OAuthClient.registered().authorizationRequest().openedBy(browser));
        var another = OAuthClient.registered().authorizationRequest();
        var form = Http.pairs(Map.of("csrf", token, "decision", "allow"));
        assertAskedAgain(Database.unchangedBy(() -> browser.post(another.address(), form)));
    }

    @Test
    void a_yes_in_another_browser_is_none() {
        var shownToAuthor = OAuthClient.registered().authorizationRequest().openedBy(browser);
        var another = Browser.signedInAs(Person.VIEWER);
        assertAskedAgain(Database.unchangedBy(() -> another.submit(shownToAuthor, Map.of("decision", "allow"))));
    }

    @Test
    void a_client_that_wants_more_while_the_page_is_open_does_not_get_it_by_the_yes_to_less() {
        var client = Registration.of(metadata -> metadata.put("scope", READ));
        var shown = sayingOnlyWho(client).openedBy(browser);
        client.update(metadata -> metadata.put("scope", READ + " siac.templates.write"));
        var again = Database.unchangedBy(() -> allowed(shown));
        assertAskedAgain(again);
        assertThat(again.page().text()).contains("Write and edit template drafts");
        assertThat(allowed(again).redirectParameters()).containsKey("code");
    }

    @Test
    void a_client_that_moves_while_the_page_is_open_is_not_answered_at_the_new_address() {
        var client =
                Registration.of(metadata -> metadata.putArray("redirect_uris").add("https://app.example/a"));
        var shown = sayingOnlyWho(client).openedBy(browser);
        client.update(metadata -> metadata.putArray("redirect_uris").add("https://evil.example/b"));
        assertAskedAgain(Database.unchangedBy(() -> allowed(shown)));
    }

    @Test
    void a_client_that_takes_another_name_while_the_page_is_open_is_shown_by_its_new_name() {
        var client = Registration.of(metadata -> metadata.put("client_name", "Harmless"));
        var shown = client.client().authorizationRequest().openedBy(browser);
        client.update(metadata -> metadata.put("client_name", "Harmful"));
        var again = Database.unchangedBy(() -> allowed(shown));
        assertAskedAgain(again);
        assertThat(again.page().text()).contains("Harmful");
    }

    @Test
    void a_person_who_may_do_more_than_when_the_page_was_shown_is_asked_again() {
        var company = Company.added();
        var person = company.hire("VIEWER");
        var theirs = person.browser();
        var shown = OAuthClient.registered()
                .authorizationRequest()
                .with("scope", READ + " siac.templates.write")
                .openedBy(theirs);
        var page = "people/" + person.id();
        company.administrator().administration().fill(page, page, Map.of("role", "AUTHOR"));
        assertAskedAgain(theirs.submit(shown, Map.of("decision", "allow")));
    }

    @Test
    void who_signed_out_meanwhile_signs_in_and_is_asked() {
        var shown = OAuthClient.registered().authorizationRequest().openedBy(browser);
        browser.withCookie("siac-session", "");
        var answer = Database.unchangedBy(() -> allowed(shown));
        assertThat(answer.redirectsTo("/signin")).isTrue();
    }

    /** OpenID Connect Core §3.1.2.1. A form of another site brings no cookie of ours; the redirect that follows does. */
    @Test
    void a_client_may_post_its_request_and_the_person_is_asked_as_by_a_link() {
        var request = OAuthClient.registered().authorizationRequest();
        var answer = new Browser().post("/oauth/authorize", request.parameters());
        assertThat(answer.status()).isEqualTo(303);
        var page = browser.open(answer.location().orElseThrow());
        assertThat(allowed(page).redirectParameters()).containsEntry("state", OAuthClient.STATE);
    }

    private Answer allowed(Answer page) {
        return browser.submit(page, Map.of("decision", "allow"));
    }

    /** What a request does not say comes from the registration. */
    private static AuthorizationRequest sayingOnlyWho(Registration client) {
        return client.client().authorizationRequest().without("scope").without("redirect_uri");
    }

    private static void assertAskedAgain(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.page().select("[role=alert]").text()).contains("Nothing was allowed");
        assertThat(answer.page().select("button[value=allow]")).hasSize(1);
    }

    private static String csrf(Answer page) {
        return page.page().select("input[name=csrf]").val();
    }
}
