package com.siacapp.guards.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.Engine;
import com.siacapp.MovableClock;
import com.siacapp.People;
import com.siacapp.grants.entity.Caller;
import com.siacapp.guards.control.CallRates;
import com.siacapp.limits.entity.Rate;
import com.siacapp.tools.entity.Tool;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final int CALLS = 3;
    private static final int REQUESTS = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FOR_ONE_CALL = MINUTE.dividedBy(CALLS);

    private final MovableClock clock = new MovableClock();
    private final Bell bell = new Bell();
    private final RateLimits limits = new RateLimits(
            Engine.tools(bell), new CallRates(clock, () -> new Rate(REQUESTS, MINUTE), () -> new Rate(CALLS, MINUTE)));
    private final Conversation ana = with(People.ana());

    @Test
    void who_calls_a_tool_too_often_is_told_when_to_come_back() {
        for (var call = 0; call < CALLS; call++) {
            assertThat(ana.call("ring", "{}").status()).isEqualTo(200);
        }
        var refused = ana.call("ring", "{}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo(429);
        assertThat(refused.at("/id").asInt()).isEqualTo(7);
        assertThat(refused.at("/error/data/retryAfterSeconds").asLong()).isEqualTo(FOR_ONE_CALL.toSeconds());
        assertThat(bell.rang).isEqualTo(CALLS);
    }

    @Test
    void older_clients_are_told_the_same() {
        exhaust("ring");
        var refused = ana.legacy("tools/call", "{\"name\": \"ring\"}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/id").asInt()).isEqualTo(7);
    }

    @Test
    void calls_come_back_evenly_and_no_more_than_fit() {
        exhaust("ring");
        clock.advance(FOR_ONE_CALL);
        assertThat(ana.call("ring", "{}").status()).isEqualTo(200);
        assertThat(ana.call("ring", "{}").status()).isEqualTo(429);
        clock.advance(Duration.ofDays(1));
        exhaust("ring");
        assertThat(ana.call("ring", "{}").status()).isEqualTo(429);
    }

    @Test
    void another_tool_and_another_person_have_their_own() {
        exhaust("ring");
        assertThat(ana.call("knock", "{}").status()).isEqualTo(200);
        assertThat(with(People.vera()).call("ring", "{}").status()).isEqualTo(200);
    }

    @Test
    void a_tool_by_another_of_its_names_is_the_same_tool() {
        exhaust("ring");
        assertThat(ana.call("chime", "{}").status()).isEqualTo(429);
    }

    @Test
    void requests_of_a_person_are_limited_whatever_they_are() {
        for (var request = 0; request < REQUESTS; request++) {
            ana.modern("tools/list", "{}");
        }
        assertThat(ana.modern("prompts/list", "{}").status()).isEqualTo(429);
        assertThat(ana.legacy("ping", "{}").status()).isEqualTo(429);
        assertThat(ana.call("no_such_tool", "{}").status()).isEqualTo(429);
    }

    @Test
    void who_greets_is_never_refused_and_so_never_takes_us_for_a_server_of_another_era() {
        for (var request = 0; request <= REQUESTS; request++) {
            ana.modern("tools/list", "{}");
        }
        assertThat(ana.modern("server/discover", "{}").status()).isEqualTo(200);
        assertThat(ana.version(null)
                        .legacy("initialize", "{\"protocolVersion\": \"2025-11-25\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_request_of_a_batch_counts() {
        var ring = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"ring\"}}";
        var answer = ana.version("2025-03-26").send("[%s, %s, %s, %s]".formatted(ring, ring, ring, ring));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/2/result/isError").asBoolean()).isFalse();
        assertThat(answer.at("/3/error/code").asInt()).isEqualTo(429);
        assertThat(answer.at("/3/error/data/retryAfterSeconds").asInt()).isEqualTo(20);
        assertThat(bell.rang).isEqualTo(CALLS);
    }

    @Test
    void what_is_no_message_counts_too() {
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(ana.send("{\"jsonrpc\": \"1.0\"}").status()).isEqualTo(400);
        }
        assertThat(ana.send("{}").status()).isEqualTo(429);
        assertThat(ana.send("[]").status()).isEqualTo(429);
        assertThat(ana.modern("tools/list", "{}").status()).isEqualTo(429);
    }

    @Test
    void what_is_no_request_counts_too() {
        var told = "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\", \"params\": {\"requestId\": 1}}";
        var session = ana.initialize("2025-11-25", "{\"elicitation\": {}}").sessionId();
        for (var request = 1; request < REQUESTS; request++) {
            assertThat(ana.version("2025-11-25").send(told).status()).isEqualTo(202);
        }
        assertThat(ana.send(told).status()).isEqualTo(429);
        assertThat(ana.send(told).at("/id").isMissingNode()).isTrue();
        assertThat(ana.respond("1", "{}").status()).isEqualTo(429);
        assertThat(ana.session(session).delete().status()).isEqualTo(429);
        clock.advance(MINUTE);
        assertThat(ana.delete().status()).isEqualTo(204);
    }

    @Test
    void who_listens_too_often_is_refused_before_a_stream_is_open() {
        for (var request = 0; request < REQUESTS; request++) {
            ana.modern("tools/list", "{}");
        }
        assertThat(ana.modern("subscriptions/listen", "{\"notifications\": {}}").status())
                .isEqualTo(429);
    }

    private void exhaust(String tool) {
        for (var call = 0; call < CALLS; call++) {
            assertThat(ana.call(tool, "{}").status()).isEqualTo(200);
        }
    }

    private Conversation with(Caller caller) {
        return Conversation.of(caller, bell, limits);
    }

    /** Tools that count. */
    static final class Bell {

        private int rang;

        @Tool(name = "ring", title = "Ring", description = "Rings.", aliases = "chime")
        Sound ring() {
            rang++;
            return new Sound("ding");
        }

        @Tool(name = "knock", title = "Knock", description = "Knocks.")
        Sound knock() {
            return new Sound("tock");
        }
    }

    record Sound(String made) {}
}
