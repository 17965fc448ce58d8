package com.siacapp.token;

import static com.siacapp.testkit.Form.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a refresh token is good for (OAuth 2.1 §4.3). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RefreshIT {

    @Test
    void a_refresh_token_is_traded_for_a_new_pair() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        assertThat(second.refresh()).isNotEmpty().isNotEqualTo(first.refresh());
        assertThat(second.scope()).isEqualTo(first.scope());
        assertThat(second.areGood()).isTrue();
    }

    @Test
    void replaying_a_refresh_token_ends_the_whole_family() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        var replay = client.refresh(first.refresh());
        assertThat(replay.status()).isEqualTo(400);
        assertThat(replay.error()).isEqualTo("invalid_grant");
        assertThat(second.areGood()).isFalse();
        assertThat(client.refresh(second.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void of_sixteen_that_refresh_with_one_token_at_once_one_wins_and_the_replays_end_the_family() throws Exception {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var answers = Race.of(() -> client.refresh(first.refresh()));
        var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("invalid_grant"));
        var winner = Tokens.of(winners.get(0));
        assertThat(winner.areGood()).isFalse();
        assertThat(client.refresh(winner.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void the_revocation_after_a_replay_leaves_other_grants_of_the_same_client_alone() {
        var client = OAuthClient.registered();
        var replayed = client.tokensFor(Person.AUTHOR);
        var other = client.tokensFor(Person.AUTHOR);
        client.refresh(replayed.refresh());
        client.refresh(replayed.refresh());
        assertThat(replayed.areGood()).isFalse();
        assertThat(other.areGood()).isTrue();
    }

    @Test
    void another_client_cannot_refresh_and_spoils_nothing_by_trying() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        var thief = OAuthClient.registered();
        var refused = Database.unchangedBy(() -> thief.refresh(tokens.refresh()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_may_ask_for_less_and_not_for_more() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR, "siac.templates.read", "siac.templates.write");
        var more = Database.unchangedBy(
                () -> client.refresh(tokens.refresh(), with("scope", "siac.templates.read siac.templates.submit")));
        assertThat(more.error()).isEqualTo("invalid_scope");
        var less = Tokens.of(client.refresh(tokens.refresh(), with("scope", "siac.templates.read")));
        assertThat(less.scope()).isEqualTo("siac.templates.read");
        assertThat(Tokens.of(client.refresh(less.refresh())).scope())
                .as("what was granted stays granted")
                .isEqualTo(tokens.scope());
    }

    @Test
    void a_refresh_for_another_resource_is_refused() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        var refused = Database.unchangedBy(
                () -> client.refresh(tokens.refresh(), with("resource", "https://elsewhere.example/")));
        assertThat(refused.error()).isEqualTo("invalid_target");
    }

    @Test
    void an_unused_refresh_token_expires() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofDays(31));
        var refused = Database.unchangedBy(() -> client.refresh(tokens.refresh()));
        assertThat(refused.error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_grant_ends_one_day_however_often_it_is_refreshed() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        for (var month = 0; month < 6; month++) {
            Time.passes(Duration.ofDays(29));
            tokens = Tokens.of(client.refresh(tokens.refresh()));
        }
        Time.passes(Duration.ofDays(29));
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void made_up_tokens_are_refused() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        for (var token : new String[] {"made-up", tokens.access(), "' or '1'='1"}) {
            var refused = Database.unchangedBy(() -> client.refresh(token));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
        }
    }
}
