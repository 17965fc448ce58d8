package com.siacapp.doctor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/mcp",
                "ftp://a.example/mcp",
                "https:///mcp",
                "https://user@a.example/",
                "https://a.example/#x",
                "https://a.example:70000/",
                "https://a b/",
            })
    void what_no_client_could_call_is_no_address(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://A.example:443/mcp, https://a.example, true",
        "https://a.example/, https://a.example, true",
        "http://a.example, https://a.example, false",
        "https://a.example:8443, https://a.example, false",
        "https://b.example, https://a.example, false",
    })
    void an_origin_is_scheme_host_and_port(String one, String other, boolean isSame) {
        assertThat(address(one).hasOriginOf(address(other))).isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/mcp, https://a.example/.well-known/x/mcp",
        "https://a.example/, https://a.example/.well-known/x",
        "https://a.example, https://a.example/.well-known/x",
        "https://a.example:8443/t/1, https://a.example:8443/.well-known/x/t/1",
    })
    void well_known_comes_between_host_and_path(String address, String document) {
        assertThat(address(address).wellKnown("x")).hasToString(document);
    }

    @Test
    void this_computer_has_many_names() {
        assertThat(new String[] {"http://localhost:8080", "http://127.0.0.1", "http://127.9.9.9/x", "http://[::1]:1/"})
                .allMatch(text -> address(text).isLoopback());
        assertThat(address("http://localhost.example").isLoopback()).isFalse();
        assertThat(address("http://127.example").isLoopback()).isFalse();
    }

    private static WebAddress address(String text) {
        return WebAddress.of(text).orElseThrow();
    }
}
