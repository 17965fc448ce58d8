package com.siacapp.pages.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayNameTest {

    @Test
    void an_honest_name_of_any_script_stays_as_it_is() {
        assertThat(new DisplayName("ChatGPT").value()).isEqualTo("ChatGPT");
        assertThat(new DisplayName("Ñandú & Cía. 2").value()).isEqualTo("Ñandú & Cía. 2");
        assertThat(new DisplayName("مساعد").value()).isEqualTo("مساعد");
        assertThat(new DisplayName("नमस्ते").value()).isEqualTo("नमस्ते");
    }

    @Test
    void a_name_cannot_reorder_or_hide_text() {
        assertThat(new DisplayName("evil\u202Etpg\u202C\u2066x\u2069\u200Fy\u200B\uFEFF").value())
                .isEqualTo("eviltpgxy");
    }

    @Test
    void a_name_is_one_line_without_gaps() {
        assertThat(new DisplayName(" Chat\r\n\t\u0000 GPT\u00A0\u2028Pro\u3000").value())
                .isEqualTo("Chat GPT Pro");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(new DisplayName("W".repeat(500)).value()).isEqualTo("W".repeat(59) + "…");
        assertThat(new DisplayName("😀".repeat(500)).value()).isEqualTo("😀".repeat(59) + "…");
        assertThat(new DisplayName("W".repeat(60)).value()).isEqualTo("W".repeat(60));
    }

    @Test
    void marks_piled_on_a_letter_are_thinned() {
        assertThat(new DisplayName("Z" + "\u0321".repeat(40)).value()).isEqualTo("Z\u0321\u0321");
    }

    @Test
    void a_name_without_letter_or_digit_is_no_name() {
        assertThat(new DisplayName("\u3164 \u2800 …!").isUnknown()).isTrue();
        assertThat(DisplayName.NONE.isUnknown()).isTrue();
        assertThat(new DisplayName("7").isUnknown()).isFalse();
    }

    @Test
    void the_initial_is_the_first_letter_or_digit() {
        assertThat(new DisplayName("\"<ñ").initial()).isEqualTo("ñ");
        assertThat(new DisplayName("𝒞hat").initial()).isEqualTo("𝒞");
        assertThat(DisplayName.NONE.initial()).isEmpty();
    }
}
