package com.siacapp.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GrepTest {

    @Test
    void a_word_is_found_wherever_it_stands() {
        var grep = new Grep(Set.of("tokentoken", "tokentoken2", "another word"));

        assertThat(grep.in("tokentoken".getBytes(UTF_8))).containsExactly("tokentoken");
        assertThat(grep.in("x=tokentoken2, xanother wordx".getBytes(UTF_8)))
                .containsExactlyInAnyOrder("tokentoken", "tokentoken2", "another word");
    }

    @Test
    void a_beginning_is_no_word() {
        assertThat(new Grep(Set.of("tokentoken")).in("tokentoke tokentok".getBytes(UTF_8)))
                .isEmpty();
    }
}
