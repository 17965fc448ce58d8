package com.siacapp.token;

import static com.siacapp.testkit.Form.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Audit;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a refresh token is good for (OAuth 2.1 §4.3). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RefreshIT {

    private static final Duration GRACE = Duration.ofSeconds(60);

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
    void within_the_grace_a_token_is_worth_further_pairs_of_the_same_family() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        Time.passes(GRACE.minusSeconds(5));
        var third = Tokens.of(client.refresh(first.refresh()));
        for (var pair : List.of(second, third)) {
            assertThat(pair.claims().getClaim("grant_id"))
                    .isEqualTo(first.claims().getClaim("grant_id"));
            assertThat(pair.areGood()).isTrue();
            assertThat(Tokens.of(client.refresh(pair.refresh())).areGood()).isTrue();
        }
        assertThat(third.refresh()).isNotEqualTo(second.refresh());
    }

    @Test
    void a_child_that_was_used_does_not_end_the_grace_of_others_who_hold_the_parent() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        Tokens.of(client.refresh(second.refresh()));
        assertThat(Tokens.of(client.refresh(first.refresh())).areGood()).isTrue();
    }

    @Test
    void after_the_grace_a_replay_ends_the_whole_family_and_is_audited_once() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        Time.passes(GRACE);
        var replay = client.refresh(first.refresh());
        assertThat(replay.status()).isEqualTo(400);
        assertThat(replay.error()).isEqualTo("invalid_grant");
        assertThat(second.areGood()).isFalse();
        assertThat(client.refresh(second.refresh()).error()).isEqualTo("invalid_grant");
        client.refresh(first.refresh());
        assertThat(Audit.of(client)).containsExactly("TOKENS_ISSUED", "TOKENS_REFRESHED", "REFRESH_TOKEN_REPLAYED");
        assertThat(Database.value("select revocation_reason from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("REFRESH_TOKEN_REPLAYED");
    }

    @Test
    void the_grace_is_counted_from_the_first_use_and_no_use_prolongs_it() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        Time.passes(GRACE.minusSeconds(20));
        Tokens.of(client.refresh(first.refresh()));
        Time.passes(Duration.ofSeconds(20));
        assertThat(client.refresh(first.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(second.areGood()).isFalse();
    }

    @Test
    void a_grace_of_none_makes_every_second_use_a_replay() {
        Settings.with("SIAC_REFRESH_TOKEN_GRACE", "PT0S", () -> {
            var client = OAuthClient.registered();
            var first = client.tokensFor(Person.AUTHOR);
            var answers = Race.of(() -> client.refresh(first.refresh()));
            var winners =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(winners).hasSize(1);
            assertThat(Tokens.of(winners.get(0)).areGood()).isFalse();
        });
    }

    @Test
    void even_within_the_grace_one_token_is_worth_no_more_than_a_hundred_pairs() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        assertThat(client.refresh(first.refresh()).status()).isEqualTo(200);
        Database.change("update refresh_token set uses = 99 where consumed_at is not null and grant_id ="
                + " (select id from oauth_grant where client_id = '" + client.id() + "')");
        assertThat(client.refresh(first.refresh()).status()).isEqualTo(200);
        assertThat(client.refresh(first.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(first.areGood()).isFalse();
    }

    @Test
    void all_who_refresh_with_one_token_at_once_get_tokens_of_one_family_that_work_and_refresh_again() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var answers = Race.of(() -> client.refresh(first.refresh()));
        assertThat(answers).hasSize(Race.RACERS);
        var pairs = answers.stream().map(Tokens::of).toList();
        assertThat(pairs).extracting(Tokens::refresh).doesNotHaveDuplicates();
        assertThat(pairs)
                .extracting(pair -> pair.claims().getClaim("grant_id"))
                .containsOnly(first.claims().getClaim("grant_id"));
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.areGood()).isTrue();
            assertThat(Tokens.of(client.refresh(pair.refresh())).areGood()).isTrue();
        });
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void who_refreshes_while_somebody_revokes_is_left_with_nothing_that_works() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var second = Tokens.of(client.refresh(first.refresh()));
        var turn = new AtomicInteger();
        var answers = Race.of(() -> turn.getAndIncrement() == Race.RACERS / 2
                ? client.revoke(first.refresh())
                : client.refresh(first.refresh()));
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400);
        assertThat(first.areGood()).isFalse();
        var pairs = Stream.concat(
                Stream.of(second),
                answers.stream()
                        .filter(answer -> answer.body().contains("access_token"))
                        .map(Tokens::of));
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.areGood()).isFalse();
            assertThat(client.refresh(pair.refresh()).error()).isEqualTo("invalid_grant");
        });
        assertThat(Audit.of(client))
                .as("a revocation is no replay")
                .contains("GRANT_REVOKED")
                .doesNotContain("REFRESH_TOKEN_REPLAYED");
    }

    @Test
    void the_revocation_after_a_replay_leaves_other_grants_of_the_same_client_alone() {
        var client = OAuthClient.registered();
        var replayed = client.tokensFor(Person.AUTHOR);
        var other = client.tokensFor(Person.AUTHOR);
        client.refresh(replayed.refresh());
        Time.passes(GRACE);
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
    void full_access_can_be_narrowed_to_any_scope_it_stands_for() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR, "siac.user.full_access");
        var less =
                Tokens.of(client.refresh(tokens.refresh(), with("scope", "siac.templates.read siac.templates.write")));
        assertThat(less.scope()).isEqualTo("siac.templates.read siac.templates.write");
        assertThat(client.refresh(less.refresh(), with("scope", "openid")).error())
                .isEqualTo("invalid_scope");
        assertThat(Tokens.of(client.refresh(less.refresh())).scope()).isEqualTo("siac.user.full_access");
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
