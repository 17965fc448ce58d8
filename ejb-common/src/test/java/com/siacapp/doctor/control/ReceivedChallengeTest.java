package com.siacapp.doctor.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedChallengeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer resource_metadata=\"https://a.example/m\", scope=\"x y\"",
                "bearer scope=\"x y\", resource_metadata=https://a.example/m",
                "Basic realm=\"staff\", Bearer scope=\"x y\",resource_metadata = \"https://a.example/m\"",
            })
    void its_parameters_are_found_however_they_are_written(String header) {
        var challenge = ReceivedChallenge.among(List.of("Negotiate", header)).orElseThrow();

        assertThat(challenge.parameter("resource_metadata")).hasValue("https://a.example/m");
        assertThat(challenge.parameter("error")).isEmpty();
    }

    @Test
    void another_scheme_is_no_bearer_challenge() {
        assertThat(ReceivedChallenge.among(List.of("Basic realm=\"the bearer of bad news\"", "BearerX a=b")))
                .isEmpty();
    }
}
