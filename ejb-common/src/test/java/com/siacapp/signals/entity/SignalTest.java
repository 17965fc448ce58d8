package com.siacapp.signals.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void what_travels_arrives() {
        var signals = new Signal[] {
            Signal.toolsChanged(Audience.EVERYBODY),
            Signal.resourceUpdated(Audience.tenant(ONE), "siac://templates/1?a=\"b\"\\"),
            Signal.grantEnded(Audience.client("https://app.example/client")),
            Signal.answered("question \u0000 ñ"),
            Signal.cancelled(ONE, "42")
        };
        for (var signal : signals) {
            assertThat(Signal.of(signal.payload())).contains(signal);
        }
    }

    @Test
    void a_signal_is_as_long_as_postgresql_takes_and_no_longer() {
        var frame = Signal.answered("").payload().getBytes(UTF_8).length;
        var longest = "ñ".repeat((Signal.LIMIT - 1 - frame) / 2);
        assertThat(Signal.answered(longest).payload().getBytes(UTF_8)).hasSizeLessThan(Signal.LIMIT);
        assertThatThrownBy(() -> Signal.answered(longest + "ñ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_else_can_say_that_this_node_missed_something() {
        assertThat(Signal.of(Signal.MISSED.payload())).isEmpty();
    }

    @Test
    void a_signal_concerns_those_who_have_its_audiences_id() {
        assertThat(Audience.EVERYBODY.includes(OTHER, OTHER, "other", OTHER)).isTrue();
        assertThat(Audience.tenant(ONE).includes(ONE, OTHER, "other", OTHER)).isTrue();
        assertThat(Audience.user(ONE).includes(OTHER, ONE, "other", OTHER)).isTrue();
        assertThat(Audience.client("one").includes(OTHER, OTHER, "one", OTHER)).isTrue();
        assertThat(Audience.grant(ONE).includes(OTHER, OTHER, "other", ONE)).isTrue();
        assertThat(Audience.tenant(ONE).includes(OTHER, ONE, "one", ONE)).isFalse();
        assertThat(Audience.user(ONE).includes(ONE, OTHER, "one", ONE)).isFalse();
        assertThat(Audience.client("one").includes(ONE, ONE, "other", ONE)).isFalse();
        assertThat(Audience.grant(ONE).includes(ONE, ONE, "one", OTHER)).isFalse();
    }
}
