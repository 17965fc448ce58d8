package com.siacapp.installation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private static final String CLIENT = "198.51.100.7";
    private static final String PROXY = "10.0.0.2";

    @Test
    void without_a_proxy_nobody_may_say_where_they_come_from() {
        assertThat(trusting().originOf(CLIENT, List.of("203.0.113.9"))).isEqualTo(CLIENT);
    }

    @Test
    void a_stranger_may_not_even_when_there_are_proxies() {
        assertThat(trusting("10.0.0.0/8").originOf(CLIENT, List.of("203.0.113.9")))
                .isEqualTo(CLIENT);
    }

    @Test
    void the_hop_before_the_proxy_counts_and_not_what_that_hop_claims() {
        assertThat(trusting(PROXY).originOf(PROXY, List.of("203.0.113.9", CLIENT)))
                .isEqualTo(CLIENT);
    }

    @Test
    void proxies_behind_each_other_are_passed() {
        assertThat(trusting("10.0.0.0/8", "2001:db8::/32")
                        .originOf(PROXY, List.of("203.0.113.9", " " + CLIENT, "2001:db8::7", " 10.1.2.3 ")))
                .isEqualTo(CLIENT);
    }

    @Test
    void a_request_of_the_proxys_own_comes_from_the_proxy() {
        assertThat(trusting(PROXY).originOf(PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void what_is_no_address_ends_the_search() {
        assertThat(trusting("10.0.0.0/8").originOf(PROXY, List.of(CLIENT, "unknown")))
                .isEqualTo(PROXY);
        assertThat(trusting("10.0.0.0/8").originOf(PROXY, List.of(CLIENT, ""))).isEqualTo(PROXY);
    }

    @Test
    void an_address_is_the_same_however_it_is_written() {
        assertThat(trusting("::ffff:10.0.0.2").originOf(PROXY, List.of(CLIENT))).isEqualTo(CLIENT);
        assertThat(trusting("::1").originOf("0:0:0:0:0:0:0:1", List.of(CLIENT))).isEqualTo(CLIENT);
    }

    @Test
    void a_port_is_no_part_of_where_a_request_came_from() {
        assertThat(trusting(PROXY).originOf(PROXY, List.of(CLIENT + ":51234"))).isEqualTo(CLIENT);
        assertThat(trusting(PROXY).originOf(PROXY, List.of("[2001:db8::7]:443")))
                .isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(trusting(PROXY).originOf(PROXY, List.of("[2001:db8::7]"))).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    private static TrustedProxies trusting(String... blocks) {
        return new TrustedProxies(Stream.of(blocks).map(AddressBlock::parse).toList());
    }
}
