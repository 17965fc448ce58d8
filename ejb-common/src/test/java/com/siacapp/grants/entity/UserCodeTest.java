package com.siacapp.grants.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    @Test
    void a_code_is_eight_consonants_in_two_halves_and_no_other_is_like_it() {
        var codes = Stream.generate(UserCode::random)
                .limit(1000)
                .map(UserCode::shown)
                .toList();
        assertThat(codes)
                .allSatisfy(code -> assertThat(code).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"))
                .doesNotHaveDuplicates();
        assertThat(String.join("", codes))
                .as("every letter occurs")
                .satisfies(all -> assertThat(all.chars().distinct().count()).isEqualTo(21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WDJB-MJHT", "wdjbmjht", " wdjb mjht ", "Wdjb–Mjht", "W-D-J-B-M-J-H-T"})
    void however_it_is_typed_it_is_the_same_code(String typed) {
        assertThat(UserCode.parse(typed)).contains(new UserCode("WDJBMJHT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WDJB", "WDJB-MJHTX", "AEIO-UAEI", "WDJB-MJH1", "WDJB\0MJHT", "' or 1=1", "ＷＤＪＢ-ＭＪＨＴ"})
    void what_is_none_of_ours_is_no_code(String typed) {
        assertThat(UserCode.parse(typed)).isEmpty();
    }

    @Test
    void it_does_not_reach_a_log() {
        assertThat(UserCode.random()).hasToString("UserCode[hidden]");
    }
}
