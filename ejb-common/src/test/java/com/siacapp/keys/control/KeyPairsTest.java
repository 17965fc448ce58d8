package com.siacapp.keys.control;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose turn it is to sign. */
class KeyPairsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyPair old = signingFrom(NOW.minusSeconds(100));
    private final KeyPair current = signingFrom(NOW);
    private final KeyPair next = signingFrom(NOW.plusSeconds(1));
    private final KeyPairs keys = KeyPairs.of(List.of(next, current, old));

    @Test
    void the_last_key_whose_time_has_come_signs() {
        assertThat(keys.signing(ES256, NOW)).isSameAs(current);
        assertThat(keys.signing(ES256, NOW.minusSeconds(1))).isSameAs(old);
        assertThat(keys.signing(ES256, NOW.plusSeconds(1))).isSameAs(next);
    }

    @Test
    void a_node_whose_clock_is_behind_signs_with_the_first_key_to_come() {
        assertThat(keys.signing(ES256, NOW.minusSeconds(101))).isSameAs(old);
    }

    @Test
    void a_key_signs_for_its_own_algorithm_only() {
        assertThatThrownBy(() -> keys.signing(JWSAlgorithm.RS256, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_is_known_and_published_whether_it_signs_or_not() {
        for (var key : List.of(old, current, next)) {
            assertThat(keys.withId(key.id())).contains(key);
            assertThat(keys.jwks()).contains(key.id());
        }
        assertThat(keys.jwks()).doesNotContain("\"d\"");
    }

    private static KeyPair signingFrom(Instant instant) {
        return KeyPair.of(KeyPair.generate(ES256), instant, Optional.empty());
    }
}
