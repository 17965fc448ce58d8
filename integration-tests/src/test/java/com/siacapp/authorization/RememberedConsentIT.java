package com.siacapp.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.AuthorizationRequest;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a person is not asked twice (ASVS 10.7.1). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RememberedConsentIT {

    private static final String READ = "siac.templates.read siac.campaigns.read";

    /** All kinds there are of clients that nobody else can pass for. */
    static Stream<Named<OAuthClient>> proven() {
        return Stream.of(
                Named.of("a company's own app", OAuthClient.ofTheDemoCompany()),
                Named.of("a client whose host vouches for it", OAuthClient.vetted()));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void the_same_client_with_the_same_wish_is_answered_without_a_question_and_without_a_page(OAuthClient client) {
        consented(client);
        assertThat(opened(reading(client)).redirectParameters()).containsKeys("code", "iss", "state");
        var code = opened(reading(client).with("prompt", "none"))
                .redirectParameters()
                .get("code");
        assertThat(Tokens.of(client.redeem(code)).areGood()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("proven")
    void who_asks_for_less_is_answered_and_who_asks_for_more_is_not(OAuthClient client) {
        consented(client);
        assertThat(opened(reading(client).with("scope", "siac.templates.read")).redirectParameters())
                .containsKey("code");
        assertAsks(reading(client).with("scope", READ + " siac.templates.write"));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void two_consents_do_not_add_up(OAuthClient client) {
        client.tokensFor(Person.AUTHOR, "siac.templates.read");
        client.tokensFor(Person.AUTHOR, "siac.campaigns.read");
        assertAsks(reading(client));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void who_wants_to_be_asked_is_asked(OAuthClient client) {
        consented(client);
        assertAsks(reading(client).with("prompt", "consent"));
        assertAsks(reading(client).with("prompt", "select_account"));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void another_person_is_asked(OAuthClient client) {
        consented(client);
        assertThat(isConsent(reading(client).openedBy(Browser.signedInAs(Person.VIEWER))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("proven")
    void what_was_ended_is_forgotten(OAuthClient client) {
        var tokens = consented(client);
        client.revoke(tokens.refresh());
        assertAsks(reading(client));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void a_consent_is_forgotten_when_it_is_over(OAuthClient client) {
        consented(client);
        Time.passes(Duration.ofDays(181));
        assertAsks(reading(client));
    }

    @ParameterizedTest
    @MethodSource("proven")
    void what_came_of_a_remembered_consent_is_not_remembered_and_lasts_no_longer(OAuthClient client) {
        consented(client);
        Time.passes(Duration.ofDays(175));
        var code = opened(reading(client)).redirectParameters().get("code");
        var tokens = Tokens.of(client.redeem(code));
        Time.passes(Duration.ofDays(6));
        assertAsks(reading(client));
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @MethodSource("proven")
    void a_consent_that_is_ended_while_it_is_remembered_is_not(OAuthClient client) {
        consented(client);
        var browser = Browser.signedInAs(Person.AUTHOR);
        var grants = "oauth_grant where client_id = '" + client.id() + "'";
        var answer = Database.overtaken(
                "select 1 from " + grants,
                () -> reading(client).openedBy(browser),
                "update oauth_grant set revoked_at = now(), revocation_reason = 'BY_USER' where client_id = '"
                        + client.id() + "'");
        assertThat(isConsent(answer)).isTrue();
        assertThat(Database.value("select count(*) from " + grants)).isEqualTo("1");
    }

    /** Whoever ends what a person has ends their sessions first, then their grants. */
    @ParameterizedTest
    @MethodSource("proven")
    void a_consent_is_remembered_by_a_session_that_is_held_before_it(OAuthClient client) {
        consented(client);
        var browser = Browser.signedInAs(Person.AUTHOR);
        var session = Database.value("select id from browser_session order by authenticated_at desc limit 1");
        var answer = Database.overtaken(
                "select 1 from browser_session where id = '" + session + "'",
                () -> reading(client).openedBy(browser),
                "update oauth_grant set revoked_at = now(), revocation_reason = 'BY_ADMINISTRATOR' where client_id = '"
                        + client.id() + "'",
                "update browser_session set ended_at = now() where id = '" + session + "'");
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.redirectParameters()).doesNotContainKey("code");
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("proven")
    void a_consent_given_by_a_session_that_ends_meanwhile_is_none(OAuthClient client) {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = reading(client).openedBy(browser);
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

    /** RFC 8252 §8.6: there any program may listen in its place. */
    @Test
    void a_client_that_is_answered_on_the_persons_computer_is_never_remembered_whoever_vouches_for_it() {
        var company = new Administration(Browser.signedInAs(Person.ADMIN));
        var own = company.makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        for (var client : List.of(own, OAuthClient.published(OAuthClient.REDIRECT_URI, document -> {}))) {
            consented(client);
            assertAsks(reading(client));
        }
    }

    private static Tokens consented(OAuthClient client) {
        return client.tokensFor(Person.AUTHOR, READ);
    }

    private static AuthorizationRequest reading(OAuthClient client) {
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
