package com.siacapp.grants.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With the example of RFC 7636, appendix B. */
class CodeChallengeTest {

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void a_challenge_is_met_by_its_verifier_alone() {
        var challenge = CodeChallenge.parse(CHALLENGE).orElseThrow();
        assertThat(challenge.isMetBy(VERIFIER)).isTrue();
        assertThat(challenge.isMetBy(VERIFIER + "x")).isFalse();
        assertThat(challenge.isMetBy(CHALLENGE)).isFalse();
        assertThat(challenge.isMetBy("")).isFalse();
    }

    @Test
    void what_is_no_sha_256_in_base64url_is_no_challenge() {
        assertThat(CodeChallenge.parse("short")).isEmpty();
        assertThat(CodeChallenge.parse(CHALLENGE + "=")).isEmpty();
        assertThat(CodeChallenge.parse("!".repeat(43))).isEmpty();
    }
}
