package com.siacapp.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is over is forgotten after a while, and until then a thief who presents it is recognised. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RetentionIT {

    private final OAuthClient client = OAuthClient.registered();

    @Test
    void an_ended_grant_is_kept_for_thirty_days_and_then_goes_with_its_codes_and_tokens() {
        var tokens = client.tokensFor(Person.AUTHOR);
        client.refresh(tokens.refresh());
        client.revoke(tokens.refresh());
        daysPass(29);
        assertThat(rows("oauth_grant where client_id = '" + client.id() + "'")).isEqualTo("1");
        assertThat(tokensOfTheClient()).isEqualTo("2");
        daysPass(2);
        assertThat(rows("oauth_grant where client_id = '" + client.id() + "'")).isEqualTo("0");
        assertThat(tokensOfTheClient()).isEqualTo("0");
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(tokens.areGood()).isFalse();
        assertThat(rows("audit_event where type = 'GRANT_REVOKED' and client_id = '" + client.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_grant_in_use_stays_and_loses_only_the_tokens_that_are_long_over() {
        var first = client.tokensFor(Person.AUTHOR);
        var current = refreshed(first);
        for (var month = 0; month < 3; month++) {
            daysPass(25);
            current = refreshed(current);
        }
        // Of five, the two of the first day: they expired after 30 days, and 30 more are over.
        assertThat(tokensOfTheClient()).isEqualTo("3");
        assertThat(client.refresh(first.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(current.areGood()).isTrue();
        assertThat(refreshed(current).areGood()).isTrue();
    }

    @Test
    void commands_that_nobody_waits_for_any_more_are_forgotten_after_an_hour() {
        var command = UUID.randomUUID();
        Database.execute("insert into operator_command (id, name, arguments, created_at, expires_at) values ('"
                + command + "', 'KEYS_LIST', '{}', '" + Time.now() + "', '" + Time.now() + "')");
        var waiting = "operator_command where id = '" + command + "'";
        Time.passes(Duration.ofMinutes(59));
        forget();
        assertThat(rows(waiting)).isEqualTo("1");
        Time.passes(Duration.ofMinutes(2));
        forget();
        assertThat(rows(waiting)).isEqualTo("0");
    }

    @Test
    void pushed_requests_and_spent_assertions_are_forgotten_when_they_expire() {
        var soon = "'" + Time.now().plus(Duration.ofMinutes(1)) + "'";
        var later = "'" + Time.now().plus(Duration.ofMinutes(3)) + "'";
        var expiries = " from (values ('soon', " + soon + "::timestamptz), ('later', " + later + ")) v (name, expiry)";
        Database.execute("insert into pushed_authorization_request (hash, client_id, parameters, created_at,"
                + " expires_at) select gen_random_uuid(), '" + client.id() + "', name, expiry, expiry" + expiries);
        Database.execute("insert into client_assertion (client_id, jti, expires_at) select '" + client.id()
                + "', name, expiry" + expiries);
        Time.passes(Duration.ofMinutes(2));
        forget();
        var left = " where client_id = '" + client.id() + "'";
        assertThat(Database.value("select string_agg(parameters, ',') from pushed_authorization_request" + left))
                .isEqualTo("later");
        assertThat(Database.value("select string_agg(jti, ',') from client_assertion" + left))
                .isEqualTo("later");
    }

    @Test
    void keys_are_forgotten_when_no_client_has_their_address_any_more() {
        var address = "https://keys.vendor.test/" + UUID.randomUUID();
        Database.execute("update client set jwks_uri = '" + address + "' where id = '" + client.id() + "'");
        Database.execute(
                "insert into client_keys (jwks_uri, jwks, fetched_at) values ('" + address + "', '{}', now())");
        forget();
        assertThat(rows("client_keys where jwks_uri = '" + address + "'")).isEqualTo("1");
        Database.execute("update client set jwks_uri = null where id = '" + client.id() + "'");
        forget();
        assertThat(rows("client_keys where jwks_uri = '" + address + "'")).isEqualTo("0");
    }

    @Test
    void a_spent_refresh_token_ends_its_family_even_after_it_expired() {
        var first = client.tokensFor(Person.AUTHOR);
        var second = refreshed(first);
        daysPass(29);
        var third = refreshed(second);
        daysPass(20);
        client.refresh(first.refresh());
        assertThat(client.refresh(third.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(rows("audit_event where type = 'REFRESH_TOKEN_REPLAYED' and client_id = '" + client.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_spent_code_ends_its_grant_for_thirty_days() {
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var tokens = Tokens.of(client.redeem(code));
        daysPass(29);
        client.redeem(code);
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        var later = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var others = Tokens.of(client.redeem(later));
        daysPass(20);
        others = refreshed(others);
        daysPass(11);
        assertThat(client.redeem(later).error()).isEqualTo("invalid_grant");
        assertThat(refreshed(others).areGood()).isTrue();
    }

    @Test
    void sessions_and_links_go_when_they_are_over_and_not_before() {
        var email = UUID.randomUUID() + "@forgotten.example";
        var link = Link.invitation(email);
        link.use(Map.of("name", "Iris"));
        var open = Link.invitation(UUID.randomUUID() + "@forgotten.example");
        new Browser().signIn(email, Link.GOOD_PASSWORD);
        var sessions = "browser_session where user_id = (select id from app_user where email = '" + email + "')";
        var links = "one_time_link where email = '" + email + "'";
        daysPass(7);
        assertThat(rows(sessions)).isEqualTo("1");
        daysPass(1);
        assertThat(rows(sessions)).isEqualTo("0");
        assertThat(rows(links)).isEqualTo("1");
        daysPass(23);
        assertThat(rows(links)).isEqualTo("0");
        assertThat(link.open().status()).isEqualTo(404);
        assertThat(open.isOpen()).isTrue();
        var browser = new Browser();
        browser.signIn(email, Link.GOOD_PASSWORD);
        forget();
        assertThat(browser.open(Account.PATH).status()).isEqualTo(200);
    }

    @Test
    void many_nodes_may_forget_at_once_and_each_row_goes_once() {
        forget();
        for (var grants = 0; grants < 8; grants++) {
            var tokens = client.tokensFor(Person.AUTHOR);
            client.revoke(refreshed(tokens).refresh());
        }
        var alive = client.tokensFor(Person.AUTHOR);
        var before = total();
        Time.passes(Duration.ofMinutes(1));
        var answers = Race.of(() -> post("/in-container/dead-grants"));
        var deleted = answers.stream()
                .mapToLong(answer -> Long.parseLong(answer.body()))
                .sum();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(deleted).isGreaterThanOrEqualTo(24).isEqualTo(before - total());
        assertThat(rows("oauth_grant where client_id = '" + client.id() + "'")).isEqualTo("1");
        assertThat(alive.areGood()).isTrue();
    }

    private Tokens refreshed(Tokens tokens) {
        return Tokens.of(client.refresh(tokens.refresh()));
    }

    private String tokensOfTheClient() {
        return rows(
                "refresh_token r join oauth_grant g on g.id = r.grant_id where g.client_id = '" + client.id() + "'");
    }

    private static long total() {
        return Long.parseLong(rows("oauth_grant")) + Long.parseLong(rows("refresh_token"));
    }

    private static String rows(String condition) {
        return Database.value("select count(*) from " + condition);
    }

    private static void daysPass(int days) {
        Time.passes(Duration.ofDays(days));
        forget();
    }

    private static void forget() {
        var answer = post("/in-container/forget");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static Answer post(String path) {
        return Http.send(path, "POST", BodyPublishers.noBody(), request -> request);
    }
}
