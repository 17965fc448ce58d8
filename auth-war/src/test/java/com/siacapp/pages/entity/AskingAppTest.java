package com.siacapp.pages.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingAppTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/callback",
                "http://LOCALHOST:3000/callback",
                "http://127.0.0.1:33418/",
                "http://127.8.9.1/",
                "http://[::1]:8080/",
                "cursor://anysphere.cursor-retrieval/oauth/callback",
                "com.example.app:/callback"
            })
    void an_answer_to_loopback_or_to_an_own_scheme_stays_on_this_computer(URI redirect) {
        assertThat(app(redirect).isOnThisComputer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chatgpt.com/connector_platform_oauth_redirect",
                "https://localhost.evil.example/",
                "https://127.0.0.1.evil.example/",
                "https://localhost@evil.example/"
            })
    void an_answer_to_any_other_host_leaves_it(URI redirect) {
        assertThat(app(redirect).isOnThisComputer()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://chatgpt.com/x,               chatgpt.com",
        "https://chatgpt.com@evil.example/x,  evil.example",
        "http://127.0.0.1:6274/x,             127.0.0.1",
        "com.example.app:/callback,           com.example.app:",
        "cursor://chatgpt.com/callback,       cursor:"
    })
    void the_host_or_the_scheme_that_gets_the_answer_is_named(URI redirect, String host) {
        assertThat(app(redirect).returnsTo()).isEqualTo(host);
    }

    @Test
    void an_app_is_verified_when_a_host_vouches_for_it() {
        var redirect = URI.create("https://chatgpt.com/x");
        assertThat(AskingApp.verified(DisplayName.NONE, "chatgpt.com", redirect).isVerified())
                .isTrue();
        assertThat(app(redirect).isVerified()).isFalse();
    }

    private static AskingApp app(URI redirect) {
        return AskingApp.unverified(DisplayName.NONE, redirect);
    }
}
