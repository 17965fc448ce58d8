package com.siacapp.signals.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListeningTest {

    @Test
    void pauses_grow_from_a_second_to_half_a_minute() {
        assertThat(Stream.iterate(Listening.FIRST_PAUSE, Listening::afterPause)
                        .limit(7)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }
}
