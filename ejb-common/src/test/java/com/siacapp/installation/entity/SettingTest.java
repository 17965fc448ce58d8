package com.siacapp.installation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parsers, without a configuration behind them. */
class SettingTest {

    @Test
    void durations_are_positive() {
        var setting = Setting.duration("SIAC_X", "PT1M", "");
        assertThat(setting.parser().apply("PT10M")).isEqualTo(Duration.ofMinutes(10));
        assertThatIllegalArgumentException().isThrownBy(() -> setting.parser().apply("PT0S"));
        assertThatIllegalArgumentException().isThrownBy(() -> setting.parser().apply("-PT1S"));
    }

    @Test
    void a_duration_that_may_be_none_is_never_negative() {
        var setting = Setting.durationOrZero("SIAC_X", "PT1M", "");
        assertThat(setting.parser().apply("PT0S")).isEqualTo(Duration.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> setting.parser().apply("-PT1S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a", "/relative", "http://a/#f", "http://a/?q", "http://a/", "http:"})
    void addresses_are_absolute_and_plain(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.address("SIAC_X", "", "").parser().apply(text));
    }

    @Test
    void texts_are_separated_by_commas() {
        assertThat(Setting.texts("SIAC_X", "", "").parser().apply(" a, b ,,")).isEqualTo(Set.of("a", "b"));
    }

    @Test
    void a_choice_names_what_it_accepts() {
        assertThat(Setting.choice("SIAC_MODE", Mode.class, "production", "").accepts())
                .isEqualTo("one of: development, production");
    }
}
