package com.siacapp.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.OAuthClient.AuthorizationRequest;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a person is not asked twice (ASVS 10.7.1). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RememberedConsentIT {

    private static final String READ = "siac.templates.read siac.campaigns.read";

    private final OAuthClient client = OAuthClient.vetted();

    @Test
    void the_same_client_with_the_same_wish_is_answered_without_a_question_and_without_a_page() {
        consented();
        assertThat(opened(reading()).redirectParameters()).containsKeys("code", "iss", "state");
        var code = opened(reading().with("prompt", "none")).redirectParameters().get("code");
        assertThat(Tokens.of(client.redeem(code)).areGood()).isTrue();
    }

    @Test
    void who_asks_for_less_is_answered_and_who_asks_for_more_is_not() {
        consented();
        assertThat(opened(reading().with("scope", "siac.templates.read")).redirectParameters())
                .containsKey("code");
        assertAsks(reading().with("scope", READ + " siac.templates.write"));
    }

    @Test
    void two_consents_do_not_add_up() {
        client.tokensFor(Person.AUTHOR, "siac.templates.read");
        client.tokensFor(Person.AUTHOR, "siac.campaigns.read");
        assertAsks(reading());
    }

    @Test
    void who_wants_to_be_asked_is_asked() {
        consented();
        assertAsks(reading().with("prompt", "consent"));
        assertAsks(reading().with("prompt", "select_account"));
    }

    @Test
    void another_person_is_asked() {
        consented();
        assertThat(isConsent(reading().openedBy(Browser.signedInAs(Person.VIEWER))))
                .isTrue();
    }

    @Test
    void what_was_ended_is_forgotten() {
        var tokens = consented();
        client.revoke(tokens.refresh());
        assertAsks(reading());
    }

    @Test
    void a_consent_is_forgotten_when_it_is_over() {
        consented();
        Time.passes(Duration.ofDays(181));
        assertAsks(reading());
    }

    @Test
    void what_came_of_a_remembered_consent_is_not_remembered_and_lasts_no_longer() {
        consented();
        Time.passes(Duration.ofDays(175));
        var code = opened(reading()).redirectParameters().get("code");
        var tokens = Tokens.of(client.redeem(code));
        Time.passes(Duration.ofDays(6));
        assertAsks(reading());
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_consent_that_is_ended_while_it_is_remembered_is_not() {
        consented();
        var browser = Browser.signedInAs(Person.AUTHOR);
        var grants = "oauth_grant where client_id = '" + client.id() + "'";
        var answer = Database.overtaken(
                "select 1 from " + grants,
                () -> reading().openedBy(browser),
                "update oauth_grant set revoked_at = now(), revocation_reason = 'BY_USER' where client_id = '"
                        + client.id() + "'");
        assertThat(isConsent(answer)).isTrue();
        assertThat(Database.value("select count(*) from " + grants)).isEqualTo("1");
    }

    @Test
    void a_consent_given_by_a_session_that_ends_meanwhile_is_none() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = reading().openedBy(browser);
        var newest = "select id from browser_session order by authenticated_at desc limit 1";
        var session = Database.value(newest);
        var answer = Database.overtaken(
                "select 1 from browser_session where id = '" + session + "'",
                () -> browser.submit(page, Map.of("decision", "allow")),
                "update browser_session set ended_at = now() where id = '" + session + "'");
        assertThat(answer.redirectParameters()).doesNotContainKey("code");
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_client_that_registered_itself_is_never_remembered() {
        var unverified = OAuthClient.onTheWeb();
        unverified.tokensFor(Person.AUTHOR, "siac.templates.read");
        var request = unverified.authorizationRequest().with("scope", "siac.templates.read");
        assertAsks(request);
        assertThat(opened(request.with("prompt", "none")).offeredBack()).containsEntry("error", "consent_required");
    }

    private Tokens consented() {
        return client.tokensFor(Person.AUTHOR, READ);
    }

    private AuthorizationRequest reading() {
        return client.authorizationRequest().with("scope", READ);
    }

    private static Answer opened(AuthorizationRequest request) {
        return request.openedBy(Browser.signedInAs(Person.AUTHOR));
    }

    private static void assertAsks(AuthorizationRequest request) {
        assertThat(isConsent(opened(request))).isTrue();
    }

    private static boolean isConsent(Answer answer) {
        return !answer.page().select("button[value=allow]").isEmpty();
    }
}
