package com.siacapp.grants.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parsers, without a configuration behind them. */
class TokenSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256"})
    void access_tokens_are_signed_by_the_algorithm_of_this_name(String name) {
        assertThat(algorithm(name)).isEqualTo(new JWSAlgorithm(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "es256", "none", "HS256", "PS256", "ES384"})
    void access_tokens_are_signed_by_no_other(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> algorithm(name));
    }

    private static JWSAlgorithm algorithm(String name) {
        return TokenSettings.ACCESS_TOKEN_ALGORITHM.parser().apply(name);
    }
}
