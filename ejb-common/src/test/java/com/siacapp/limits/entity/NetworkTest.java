package com.siacapp.limits.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @Test
    void an_ipv4_address_is_a_network_of_its_own() {
        assertThat(Network.of("203.0.113.7")).isNotEqualTo(Network.of("203.0.113.8"));
    }

    @Test
    void addresses_that_share_their_first_64_bits_are_one_network() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Network.of("2001:db8:1:2::1"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void an_ipv4_address_written_as_ipv6_is_the_same() {
        assertThat(Network.of("::ffff:203.0.113.7")).isEqualTo(Network.of("203.0.113.7"));
    }

    @Test
    void the_interface_is_no_part_of_it() {
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
    }

    @Test
    void a_neighbourhood_is_what_one_site_is_likely_to_have() {
        assertThat(Network.around("203.0.113.7"))
                .isEqualTo(Network.around("203.0.113.8"))
                .isNotEqualTo(Network.around("203.0.114.7"));
        assertThat(Network.around("2001:db8:1:2::1"))
                .isEqualTo(Network.around("2001:db8:1:3::1"))
                .isNotEqualTo(Network.around("2001:db8:2:2::1"));
        assertThat(Network.around("unknown").value()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "host.example", "face", "::::", "1.2.3.4.5", "%"})
    void what_is_no_address_is_taken_as_it_is_and_no_name_server_is_asked(String text) {
        assertThat(Network.of(text).value()).isEqualTo(text);
    }
}
