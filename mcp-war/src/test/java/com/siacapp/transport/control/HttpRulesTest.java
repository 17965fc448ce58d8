package com.siacapp.transport.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.MovableClock;
import com.siacapp.security.entity.Origins;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRulesTest {

    private static final int UNKNOWN_LENGTH = -1;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "/")
    void the_endpoint_is_one_address(@Nullable String path) {
        assertThatCode(() -> HttpRules.requireEndpoint(path)).doesNotThrowAnyException();
        assertRefused(404, () -> HttpRules.requireEndpoint("/other"));
    }

    @Test
    void a_foreign_origin_is_403_and_none_is_no_browser() {
        var origins = new Origins(Set.of("https://chatgpt.com"), false);
        assertRefused(403, () -> HttpRules.requireAllowedOrigin("https://evil.example", origins));
        assertThatCode(() -> HttpRules.requireAllowedOrigin(null, origins)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "HEAD", "post"})
    void any_other_method_is_405(String method) {
        assertRefused(405, () -> HttpRules.requirePost(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void json_is_welcome(String contentType) {
        assertThatCode(() -> HttpRules.requireJson(contentType)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/jsonp", "application/x-www-form-urlencoded"})
    void anything_else_is_415(@Nullable String contentType) {
        assertRefused(415, () -> HttpRules.requireJson(contentType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json, text/event-stream", "*/*", "application/*;q=0.5", "Application/Json"})
    void who_accepts_json_can_read_every_answer(String accept) {
        assertThatCode(() -> HttpRules.requireAcceptsJson(List.of(accept))).doesNotThrowAnyException();
    }

    @Test
    void who_says_nothing_accepts_everything() {
        assertThatCode(() -> HttpRules.requireAcceptsJson(List.of())).doesNotThrowAnyException();
    }

    @Test
    void what_is_accepted_may_come_in_several_headers() {
        assertThatCode(() -> HttpRules.requireAcceptsJson(List.of("text/event-stream", "application/json")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/html", ""})
    void who_does_not_accept_json_gets_406(String accept) {
        assertRefused(406, () -> HttpRules.requireAcceptsJson(List.of(accept)));
    }

    @Test
    void a_body_may_be_as_long_as_the_limit() throws IOException {
        var body = new byte[HttpRules.MAX_BODY_BYTES];
        assertThat(HttpRules.read(new ByteArrayInputStream(body), body.length, Clock.systemUTC()))
                .hasSameSizeAs(body);
    }

    @Test
    void a_longer_body_is_413_whether_it_says_so_or_not() {
        var body = new byte[HttpRules.MAX_BODY_BYTES + 1];
        assertRefused(413, () -> HttpRules.read(new ByteArrayInputStream(body), body.length, Clock.systemUTC()));
        assertRefused(413, () -> HttpRules.read(new ByteArrayInputStream(body), UNKNOWN_LENGTH, Clock.systemUTC()));
        assertRefused(413, () -> HttpRules.read(new ByteArrayInputStream(body), 5, Clock.systemUTC()));
    }

    @Test
    void a_body_that_comes_too_slowly_is_408() {
        var clock = new MovableClock();
        var dripping = new InputStream() {
            @Override
            public int read() {
                clock.advance(HttpRules.LONGEST_SENDING.dividedBy(4));
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                buffer[from] = (byte) read();
                return 1;
            }
        };
        assertRefused(408, () -> HttpRules.read(dripping, UNKNOWN_LENGTH, clock));
    }

    private static void assertRefused(int status, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }
}
