package com.siacapp.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees and controls of their own account. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AccountIT {

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/account/password"})
    void whoever_is_not_signed_in_signs_in_and_comes_back(String path) {
        var browser = new Browser();
        var signIn = browser.open(browser.open(path).location().orElseThrow());
        var answer =
                browser.submit(signIn, Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
        assertThat(answer.redirectsTo(path)).as(answer.toString()).isTrue();
        assertThat(browser.open(path).status()).isEqualTo(200);
    }

    @Test
    void a_person_sees_who_they_are_here() {
        assertThat(Account.of(Person.AUTHOR).text())
                .contains(Person.AUTHOR.email(), "Bruno Autor", "Demo Café", "writes templates");
    }

    @Test
    void a_connected_app_is_listed_with_what_it_may_do_and_ends_at_once_everywhere_when_disconnected() {
        var person = Staff.ofTheDemoCompany().browser();
        var account = new Account(person);
        var client = OAuthClient.registered(metadata -> metadata.put("client_name", "Ledger"));
        var tokens = client.tokensFor(person, "siac.templates.read", "siac.templates.write");
        assertThat(account.text())
                .contains("Ledger", "Unverified", "Write and edit template drafts", "Last used", "At the latest on");
        assertThat(tokens.areGood()).isTrue();
        var answer = account.press("disconnect", account.apps().get(0));
        assertThat(person.open(answer.location().orElseThrow())
                        .page()
                        .select("[role=status]")
                        .text())
                .contains("disconnected");
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(account.apps()).isEmpty();
        assertThat(Database.value("select string_agg(detail, ' ') from audit_event where type = 'GRANT_REVOKED'"
                        + " and client_id = '" + client.id() + "'"))
                .isEqualTo("BY_USER");
    }

    @Test
    void disconnecting_an_app_ends_every_connection_of_it_and_forgets_every_consent() {
        var person = Staff.ofTheDemoCompany().browser();
        var account = new Account(person);
        var client = OAuthClient.ofTheDemoCompany();
        var first = client.tokensFor(person, "siac.templates.read");
        var second = client.tokensFor(person, "siac.templates.read", "siac.templates.write");
        var remembered = client.tokensFor(person, "siac.templates.read");
        assertThat(account.apps()).hasSize(1);
        assertThat(account.text()).contains("Write and edit template drafts");
        account.press("disconnect", account.apps().get(0));
        for (var tokens : List.of(first, second, remembered)) {
            assertThat(tokens.areGood()).isFalse();
            assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        }
        assertThat(account.apps()).isEmpty();
        assertThat(asks(client, person)).isTrue();
        assertThat(Database.value("select count(*) from audit_event where type = 'GRANT_REVOKED' and client_id = '"
                        + client.id() + "'"))
                .isEqualTo("3");
    }

    @Test
    void an_app_that_cannot_act_but_could_without_asking_again_is_listed_and_can_be_ended() {
        var person = Staff.ofTheDemoCompany();
        var browser = person.browser();
        var client = OAuthClient.ofTheDemoCompany();
        client.authorizationRequest().with("scope", "siac.templates.read").answeredWith("allow", browser);
        Time.passes(Duration.ofMinutes(12));
        var account = new Account(browser);
        assertThat(account.text()).contains("connect again without asking you");
        assertThat(asks(client, browser)).isFalse();
        Time.passes(Duration.ofDays(100));
        account = new Account(person.browser());
        account.press("disconnect", account.apps().get(0));
        assertThat(account.apps()).isEmpty();
        assertThat(asks(client, account.browser())).isTrue();
    }

    @Test
    void an_app_disconnected_by_one_person_stays_with_the_others() {
        var client = OAuthClient.ofTheDemoCompany();
        var other = Staff.ofTheDemoCompany().browser();
        var tokens = client.tokensFor(other);
        var person = Staff.ofTheDemoCompany().browser();
        client.tokensFor(person);
        new Account(person).press("disconnect", new Account(person).apps().get(0));
        assertThat(tokens.areGood()).isTrue();
        assertThat(asks(client, other)).isFalse();
    }

    @Test
    void an_app_that_can_no_longer_act_is_not_listed() {
        var person = Staff.ofTheDemoCompany().browser();
        var client = OAuthClient.registered();
        client.authorizationRequest().answeredWith("allow", person);
        assertThat(new Account(person).apps()).hasSize(1);
        Time.passes(Duration.ofMinutes(12));
        assertThat(new Account(person).apps()).isEmpty();
    }

    @Test
    void an_app_whose_token_was_replayed_is_reported_to_its_person() {
        var person = Staff.ofTheDemoCompany().browser();
        var client = OAuthClient.registered(metadata -> metadata.put("client_name", "Copied"));
        var tokens = client.tokensFor(person);
        client.refresh(tokens.refresh());
        Time.passes(Duration.ofMinutes(5));
        client.refresh(tokens.refresh());
        assertThat(new Account(person).text()).contains("We disconnected \u2068Copied\u2069 to protect you.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disconnect", "end"})
    void the_grants_and_sessions_of_others_are_like_those_of_nobody(String button) {
        var victim = Account.of(Person.AUTHOR);
        var secondSession = Account.of(Person.AUTHOR);
        var tokens = OAuthClient.registered().tokensFor(secondSession.browser());
        var grant = victim.apps().get(0);
        var session = victim.otherSessions().get(0);
        var id = button.equals("end") ? session : grant;
        for (var attacker : new Person[] {Person.VIEWER, Person.ADMIN, Person.STRANGER}) {
            var foreign = Account.of(attacker).press(button, id);
            var unknown = Account.of(attacker).press(button, UUID.randomUUID().toString());
            assertThat(foreign.location()).isEqualTo(unknown.location());
        }
        assertThat(tokens.areGood()).isTrue();
        assertThat(victim.apps()).contains(grant);
        assertThat(victim.otherSessions()).contains(session);
    }

    @Test
    void a_form_that_did_not_come_from_us_changes_nothing() {
        var victim = Account.of(Person.AUTHOR);
        OAuthClient.registered().tokensFor(victim.browser());
        var grant = victim.apps().get(0);
        var attackers = Account.of(Person.VIEWER).csrf();
        for (var csrf : new String[] {"", attackers}) {
            var answer = victim.browser()
                    .post(Account.PATH, Http.pairs(Map.of("disconnect", grant, "end-others", "yes", "csrf", csrf)));
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(victim.apps()).contains(grant);
    }

    @Test
    void a_malformed_id_is_a_bad_request() {
        assertThat(Account.of(Person.AUTHOR).press("disconnect", "not-an-id").status())
                .isBetween(400, 404);
    }

    @Test
    void a_person_ends_one_other_session_or_all_of_them() {
        var person = Staff.ofTheDemoCompany();
        var here = person.browser();
        var there = person.browser();
        var elsewhere = person.browser();
        assertThat(new Account(here).otherSessions()).hasSize(2);
        new Account(here).press("end", new Account(here).otherSessions().get(0));
        assertThat(there.isSignedIn() ^ elsewhere.isSignedIn()).isTrue();
        new Account(here).press("end-others", "yes");
        assertThat(there.isSignedIn() || elsewhere.isSignedIn()).isFalse();
        assertThat(here.isSignedIn()).isTrue();
    }

    @Test
    void a_session_shows_browser_and_address_in_our_own_words() {
        var account = Account.of(Person.VIEWER);
        assertThat(account.text()).contains("A browser we don’t recognise", "This one", "127.0.0.1");
    }

    @Test
    void an_eleventh_session_ends_the_one_used_longest_ago() {
        var person = Staff.ofTheDemoCompany();
        var first = person.browser();
        for (var i = 0; i < 10; i++) {
            person.browser();
        }
        assertThat(first.isSignedIn()).isFalse();
        assertThat(new Account(person.browser()).otherSessions()).hasSize(9);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_it_is_used() {
        var browser = Browser.signedInAs(Person.VIEWER);
        for (var i = 0; i < 26; i++) {
            Time.passes(Duration.ofMinutes(27));
            browser.open(Account.PATH);
        }
        assertThat(browser.isSignedIn()).isTrue();
        Time.passes(Duration.ofMinutes(20));
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void a_disabled_person_is_signed_out_everywhere() {
        var person = Staff.ofTheDemoCompany();
        var browser = person.browser();
        Database.execute("update app_user set disabled_at = now() where id = '" + person.id() + "'");
        assertThat(browser.isSignedIn()).isFalse();
    }

    private static boolean asks(OAuthClient client, Browser person) {
        var request = client.authorizationRequest().with("scope", "siac.templates.read");
        return request.openedBy(person).location().isEmpty();
    }
}
