package com.siacapp.clients.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

    @Test
    void on_this_computer_any_port_matches_and_nothing_else_may_differ() {
        var registered = new RedirectUri("http://127.0.0.1:8000/callback?a=b");
        assertThat(registered.matches("http://127.0.0.1:9000/callback?a=b")).isTrue();
        assertThat(registered.matches("http://127.0.0.1/callback?a=b")).isTrue();
        assertThat(registered.matches("http://127.0.0.1:9000/callback")).isFalse();
        assertThat(registered.matches("http://localhost:9000/callback?a=b")).isFalse();
        assertThat(registered.matches("http://127.0.0.1:9000@evil.example/callback?a=b"))
                .isFalse();
    }

    @Test
    void a_registered_address_without_a_port_matches_any_port_too() {
        assertThat(new RedirectUri("http://localhost/callback").matches("http://localhost:51004/callback"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example:444/callback",
                "https://app.example/callback/",
                "https://APP.example/callback",
                "http://app.example/callback"
            })
    void elsewhere_only_the_very_same_string_matches(String requested) {
        assertThat(new RedirectUri("https://app.example/callback").matches(requested))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/cb, app.example",
        "http://127.0.0.1:1/cb, 127.0.0.1",
        "cursor://callback/x, callback",
        "com.example.app:/cb, com.example.app:"
    })
    void the_host_is_what_a_person_recognises(String uri, String host) {
        assertThat(new RedirectUri(uri).host()).isEqualTo(host);
    }

    @Test
    void a_web_application_may_not_live_on_this_computer_or_behind_a_private_scheme() {
        var web = Optional.of(ApplicationType.WEB);
        assertThat(RedirectUri.registrable("http://localhost/cb", web)).isEmpty();
        assertThat(RedirectUri.registrable("https://localhost/cb", web)).isEmpty();
        assertThat(RedirectUri.registrable("cursor://cb", web)).isEmpty();
        assertThat(RedirectUri.registrable("https://app.example/cb", web)).isPresent();
    }
}
