package com.siacapp.security.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private final Origins production = new Origins(Set.of("https://chatgpt.com"), false);
    private final Origins development = new Origins(Set.of("https://chatgpt.com"), true);

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:6274", "http://127.0.0.1", "https://[::1]:8443"})
    void loopback_may_call_in_development_only(String origin) {
        assertThat(development.allow(origin)).isTrue();
        assertThat(production.allow(origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://chatgpt.com.evil.example",
                "https://chatgpt.com:444",
                "http://chatgpt.com",
                "http://localhost.evil.example",
                "http://localhost@evil.example",
                "not an origin"
            })
    void what_is_not_exactly_an_allowed_origin_may_not(String origin) {
        assertThat(development.allow(origin)).isFalse();
        assertThat(production.allow(origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = "https://chatgpt.com")
    void an_allowed_origin_may_call(String origin) {
        assertThat(production.allow(origin)).isTrue();
    }
}
