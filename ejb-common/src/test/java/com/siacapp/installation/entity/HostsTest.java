package com.siacapp.installation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

    private static final String SOMEBODY = "203.0.113.7";
    private static final String PROXY = "10.0.0.1";
    private static final TrustedProxies PROXIES = new TrustedProxies(List.of(AddressBlock.parse("10.0.0.0/8")));

    private final Hosts production = new Hosts(URI.create("https://api.siac.example/mcp"), false, PROXIES);
    private final Hosts development = new Hosts(URI.create("http://localhost:8080/mcp"), true, PROXIES);

    @ParameterizedTest
    @ValueSource(strings = {"api.siac.example", "API.siac.example", "api.siac.example:443"})
    void the_resources_own_host_is_good(String host) {
        assertThat(production.allow(SOMEBODY, List.of(host), null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "auth.siac.example",
                "api.siac.example.evil.example",
                "xapi.siac.example",
                "api.siac.example:80",
                "api.siac.example:8443",
                "api.siac.example@evil.example",
                "evil@api.siac.example",
                "api.siac.example/",
                "api.siac.example?",
                "api.siac.example#x",
                "api.siac.example.",
                "api.siac.example, evil.example",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "",
                " ",
                ":443",
                "api siac example"
            })
    void no_other_is(String host) {
        assertThat(production.allow(SOMEBODY, List.of(host), null)).isFalse();
    }

    @Test
    void a_request_has_one_host() {
        assertThat(production.allow(SOMEBODY, List.of(), null)).isFalse();
        assertThat(production.allow(SOMEBODY, List.of("api.siac.example", "evil.example"), null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "localhost:3000", "127.0.0.1:9", "[::1]:8080"})
    void this_computers_names_are_good_in_development(String host) {
        assertThat(development.allow(SOMEBODY, List.of(host), null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example.com:8080", "localhost.evil.example", "127.0.0.1.evil.example"})
    void a_site_that_leads_to_this_computer_is_refused_in_development(String host) {
        assertThat(development.allow("127.0.0.1", List.of(host), null)).isFalse();
    }

    @Test
    void what_a_proxy_of_ours_forwards_counts_instead() {
        assertThat(production.allow(PROXY, List.of("10.0.0.5:8080"), "api.siac.example"))
                .isTrue();
        assertThat(production.allow(PROXY, List.of("10.0.0.5:8080"), "evil.example, api.siac.example"))
                .isTrue();
        assertThat(production.allow(PROXY, List.of("api.siac.example"), "evil.example"))
                .isFalse();
        assertThat(production.allow(PROXY, List.of("api.siac.example"), "api.siac.example, evil.example"))
                .isFalse();
    }

    @Test
    void what_anybody_else_forwards_does_not_count() {
        assertThat(production.allow(SOMEBODY, List.of("evil.example"), "api.siac.example"))
                .isFalse();
        assertThat(production.allow(SOMEBODY, List.of("api.siac.example"), "evil.example"))
                .isTrue();
    }
}
