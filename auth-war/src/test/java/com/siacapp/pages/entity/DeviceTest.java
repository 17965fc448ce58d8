package com.siacapp.pages.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0, Edge, Windows",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0, Firefox, Linux",
        "Mozilla/5.0 (Linux; Android 15; Pixel) Chrome/140.0.0.0 Mobile Safari/537.36, Chrome, Android",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1, Safari, iPhone",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15, Safari, Mac",
    })
    void a_browser_is_told_in_two_words(String userAgent, String browser, String system) {
        assertThat(Device.of(userAgent)).isEqualTo(new Device(browser, system));
    }

    @Test
    void what_says_nothing_we_know_is_unknown_and_none_of_its_text_is_kept() {
        assertThat(Device.of("<b>You won!</b>")).isEqualTo(new Device("", "")).matches(Device::isUnknown);
    }
}
