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
    @ValueSource(
            strings = {
                "/account",
                "/device",
                "/device?user_code=WDJB-MJHT",
                "/admin",
                "/admin/people?role=AUTHOR",
                "/admin/people/0f-1/role"
            })
    void a_page_of_ours_is_a_way_back(String text) {
        var address = ReturnAddress.parse(text).orElseThrow();
        assertThat(address.uri()).hasToString(text);
        assertThat(address.isForAnApp()).isFalse();
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
                "/accounts",
                "/devices",
                "/device/x",
                "/admin//evil.example",
                "/admin/../oauth/logout",
                "/admin\n?x",
                "/oauth/authorize? x",
                ""
            })
    void everything_else_is_not(String text) {
        assertThat(ReturnAddress.parse(text)).isEmpty();
    }
}
