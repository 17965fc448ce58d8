package com.siacapp.protocol.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final UUID ANA = UUID.randomUUID();
    private static final UUID EVA = UUID.randomUUID();

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Lanes lanes = new Lanes(threads::add, 2);

    @Test
    void one_person_gets_no_more_than_their_share_of_the_threads() {
        begin(ANA, "a1", "a2", "a3");
        begin(EVA, "e1");
        assertThat(threads).hasSize(3);
        assertThat(lanes.waiting(ANA)).isEqualTo(1);
        assertThat(lanes.waiting(EVA)).isZero();
        finish();
        assertThat(done).containsExactly("a1");
    }

    @Test
    void what_waits_runs_in_its_order_as_soon_as_a_thread_is_free() {
        begin(ANA, "a1", "a2", "a3", "a4");
        finishAll();
        assertThat(done).containsExactly("a1", "a2", "a3", "a4");
        begin(ANA, "a5", "a6", "a7");
        assertThat(threads).hasSize(2);
    }

    @Test
    void work_that_fails_gives_its_thread_back() {
        lanes.execute(ANA, () -> {
            throw new IllegalStateException("broken");
        });
        begin(ANA, "a1", "a2");
        assertThatThrownBy(this::finish).hasMessage("broken");
        finishAll();
        assertThat(done).containsExactly("a1", "a2");
    }

    @Test
    void whoever_comes_when_the_threads_take_no_more_is_told_and_keeps_none() {
        var stopping = new Lanes(
                work -> {
                    throw new RejectedExecutionException("stopping");
                },
                1);
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> stopping.execute(ANA, () -> done.add("never")))
                    .isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(done).isEmpty();
    }

    private void begin(UUID user, String... names) {
        for (var name : names) {
            lanes.execute(user, () -> done.add(name));
        }
    }

    private void finish() {
        threads.remove().run();
    }

    private void finishAll() {
        while (!threads.isEmpty()) {
            finish();
        }
    }
}
