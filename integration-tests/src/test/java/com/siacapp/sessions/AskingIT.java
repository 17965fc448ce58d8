package com.siacapp.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Signal;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.McpStream;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.OlderClient;
import com.siacapp.testkit.OtherNode;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call that asks on its own stream and goes on with an answer that any node may have got. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AskingIT {

    private static final Map<String, String> ANA = Map.of("name", "Ana");
    private static final Map<String, String> RED = Map.of("colour", "red");

    private final OlderClient client = OlderClient.as(Person.AUTHOR);

    @Test
    void a_call_asks_on_its_stream_and_goes_on_with_the_answers() {
        try (var call = client.calls("test_session_meet")) {
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.header("Content-Type")).startsWith("text/event-stream");
            var name = call.next();
            assertThat(name.path("method").asText()).isEqualTo("elicitation/create");
            assertThat(client.answers(name, ANA).status()).isEqualTo(202);
            assertThat(client.answers(call.next(), RED).status()).isEqualTo(202);
            assertThat(call.text()).isEqualTo("Ana likes red");
            assertThat(call.next().isMissingNode()).isTrue();
        }
        assertThat(openQuestions()).isEqualTo("0");
    }

    @Test
    void an_answer_that_reached_another_node_is_heard_of_or_found() {
        try (var call = client.calls("test_session_meet");
                var elsewhere = new OtherNode()) {
            var name = call.next().path("id").asText();
            keptByAnotherNode(name, "name", "Ana");
            elsewhere.says(Signal.answered(name));
            // Of this one no signal tells.
            keptByAnotherNode(call.next().path("id").asText(), "colour", "red");
            assertThat(call.text()).isEqualTo("Ana likes red");
        }
    }

    @Test
    void other_nodes_hear_of_an_answer() {
        try (var call = client.calls("test_session_meet");
                var elsewhere = new OtherNode()) {
            var name = call.next();
            client.answers(name, ANA);
            elsewhere.until(Signal.answered(name.path("id").asText()));
        }
    }

    @Test
    void nobody_else_can_answer_and_nobody_twice() {
        try (var call = client.calls("test_session_meet")) {
            var name = call.next();
            var others = new OlderClient[] {
                OlderClient.with(client.token()), OlderClient.as(Person.AUTHOR), OlderClient.as(Person.STRANGER)
            };
            for (var other : others) {
                var refused = Database.unchangedBy(() -> other.answers(name, Map.of("name", "Eva")));
                assertThat(refused.status()).isEqualTo(400);
            }
            assertThat(client.answers(name, ANA).status()).isEqualTo(202);
            assertThat(client.answers(name, Map.of("name", "Eva")).status()).isEqualTo(400);
            client.answers(call.next(), RED);
            assertThat(call.text()).isEqualTo("Ana likes red");
        }
    }

    @Test
    void the_end_of_a_call_leaves_the_questions_of_all_others_open() {
        var other = OlderClient.as(Person.STRANGER);
        try (var theirs = other.calls("test_session_meet");
                var ours = client.calls("test_session_meet", 9)) {
            var name = theirs.next();
            ours.next();
            client.cancels(9);
            expectEnd(ours);
            assertThat(openQuestions()).isEqualTo("0");
            assertThat(other.answers(name, ANA).status()).isEqualTo(202);
            assertThat(other.answers(theirs.next(), RED).status()).isEqualTo(202);
            assertThat(theirs.text()).isEqualTo("Ana likes red");
        }
    }

    @Test
    void a_node_takes_the_answers_to_its_own_questions_only() {
        var ofAnotherNode = UUID.randomUUID();
        try (var call = client.calls("test_session_meet")) {
            var name = call.next();
            Database.execute("insert into mcp_question (id, session_id, user_id, expires_at, answer) select '"
                    + ofAnotherNode + "', session_id, user_id, expires_at, '{}' from mcp_question where id = '"
                    + name.path("id").asText() + "'");
            client.answers(name, ANA);
            client.answers(call.next(), RED);
            assertThat(call.text()).isEqualTo("Ana likes red");
        }
        assertThat(Database.value("select count(*) from mcp_question where id = '" + ofAnotherNode + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_call_nobody_answers_ends_and_its_question_with_it() {
        try (var call = client.calls("test_session_meet")) {
            call.next();
            Time.passes(Duration.ofMinutes(5));
            assertThat(call.text()).contains("none came in time");
            assertThat(call.next().isMissingNode()).isTrue();
        }
        assertThat(openQuestions()).isEqualTo("0");
    }

    @Test
    void a_cancelled_call_ends_without_an_answer_on_whatever_node_it_is() {
        try (var call = client.calls("test_session_meet", 7)) {
            call.next();
            assertThat(client.cancels(7).status()).isEqualTo(202);
            expectEnd(call);
        }
        try (var call = client.calls("test_session_meet", 8);
                var elsewhere = new OtherNode()) {
            call.next();
            elsewhere.says(Signal.cancelled(UUID.fromString(user()), sessionId() + " 8"));
            expectEnd(call);
        }
        assertThat(openQuestions()).isEqualTo("0");
    }

    @Test
    void a_cancellation_of_what_is_not_here_is_told_to_the_other_nodes() {
        try (var elsewhere = new OtherNode()) {
            client.cancels(99);
            elsewhere.until(Signal.cancelled(UUID.fromString(user()), sessionId() + " 99"));
        }
    }

    @Test
    void the_end_of_the_session_ends_its_calls_here_and_elsewhere() {
        try (var call = client.calls("test_session_meet")) {
            call.next();
            client.endsSession();
            expectEnd(call);
        }
        var next = OlderClient.with(client.token());
        try (var call = next.calls("test_session_meet");
                var elsewhere = new OtherNode()) {
            call.next();
            elsewhere.says(Signal.cancelled(UUID.fromString(user()), sessionId()));
            expectEnd(call);
        }
    }

    @Test
    void a_call_whose_access_ended_goes_on_no_more() {
        var app = OAuthClient.registered();
        var tokens = app.tokensFor(Person.AUTHOR);
        var revoked = OlderClient.with(tokens.access());
        try (var call = revoked.calls("test_session_meet")) {
            call.next();
            app.revoke(tokens.refresh());
            assertThat(call.next().at("/error/code").asInt()).isEqualTo(-32600);
            expectEnd(call);
        }
    }

    @Test
    void a_grant_that_ended_unheard_is_noticed_before_the_call_goes_on() {
        try (var call = client.calls("test_session_meet")) {
            var name = call.next().path("id").asText();
            Database.execute("update oauth_grant set revoked_at = now(), revocation_reason = 'BY_USER' where id = '"
                    + grant() + "'");
            keptByAnotherNode(name, "name", "Ana");
            assertThat(call.next().at("/error/code").asInt()).isEqualTo(-32600);
        }
    }

    @Test
    void a_call_goes_on_with_the_role_the_person_has_by_then() {
        var julia = Company.added().hire("AUTHOR");
        var older = OlderClient.with(julia.tokens(OAuthClient.registered()).access());
        try (var call = older.calls("test_session_role")) {
            var asked = call.next();
            Database.execute("update app_user set role = 'VIEWER' where id = '" + julia.id() + "'");
            older.answers(asked, Map.of("anything", "x"));
            assertThat(call.text()).isEqualTo("VIEWER");
        }
    }

    private static void expectEnd(McpStream call) {
        assertThat(call.next().isMissingNode()).isTrue();
    }

    private void keptByAnotherNode(String question, String field, String value) {
        Database.execute(
                "update mcp_question set answer = '{\"action\":\"accept\",\"content\":{\"%s\":\"%s\"}}' where id = '%s'"
                        .formatted(field, value, question));
    }

    private String openQuestions() {
        return Database.value("select count(*) from mcp_question where session_id = '" + sessionId() + "'");
    }

    /** The newest session of this person. */
    private String sessionId() {
        return Database.value(
                "select id from mcp_session where user_id = '%s' order by created_at desc limit 1".formatted(user()));
    }

    private String user() {
        return String.valueOf(new Tokens(client.token(), "", "", "").claims().getSubject());
    }

    private String grant() {
        return String.valueOf(new Tokens(client.token(), "", "", "").claims().getClaim("grant_id"));
    }
}
