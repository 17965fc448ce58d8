package com.siacapp.browser.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @Test
    void an_authorization_request_of_this_server_is_a_way_back() {
        var address =
                ReturnAddress.parse("/oauth/authorize?client_id=a&state=x%20y").orElseThrow();
        assertThat(address.parameters().optional("state")).contains("x y");
        assertThat(address.uri().isAbsolute()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://evil.example/oauth/authorize?",
                "//evil.example/oauth/authorize?",
                "/\\evil.example",
                "/oauth/authorize",
                "/oauth/authorizeX?a",
                "javascript:alert(1)",
                "/oauth/authorize? x",
                ""
            })
    void everything_else_is_not(String text) {
        assertThat(ReturnAddress.parse(text)).isEmpty();
    }
}
