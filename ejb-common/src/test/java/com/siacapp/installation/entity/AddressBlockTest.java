package com.siacapp.installation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1,  true",
        "10.0.0.0/8,     11.0.0.1,    false",
        "192.168.4.0/22, 192.168.7.9, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "192.0.2.1,      192.0.2.1,   true",
        "192.0.2.1,      192.0.2.2,   false",
        "0.0.0.0/0,      8.8.8.8,     true",
        "0.0.0.0/0,      ::1,         false",
        "2001:db8::/32,  2001:db8::1, true",
        "2001:db8::/32,  2001:db9::1, false"
    })
    void a_block_holds_the_addresses_that_share_its_first_bits(String block, String address, boolean isInside) {
        var parsed = IpAddress.parse(address).orElseThrow();
        assertThat(AddressBlock.parse(block).contains(parsed)).isEqualTo(isInside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0/8",
                "::1/129"
            })
    void what_is_no_block_is_refused_and_no_name_server_is_asked(String text) {
        assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
