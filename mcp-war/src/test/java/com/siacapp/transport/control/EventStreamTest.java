package com.siacapp.transport.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Streams of events that nobody waits for. */
class EventStreamTest {

    private final Connection connection = new Connection();
    private final AtomicInteger completed = new AtomicInteger();
    private final EventStream stream = new EventStream(connection, completed::incrementAndGet);

    @Test
    void what_is_sent_before_the_connection_is_ready_arrives_in_order() {
        stream.send(message(1));
        stream.send("7", message(2));
        assertThat(connection.text()).isEmpty();
        connection.takes(10);
        assertThat(connection.text()).isEqualTo("""
                event: message
                data: {"number":1}

                id: 7
                event: message
                data: {"number":2}

                """);
    }

    @Test
    void what_a_slow_reader_does_not_take_waits_for_it_and_for_nobody_else() {
        connection.takes(1);
        stream.send(message(1));
        stream.send(message(2));
        stream.send(message(3));
        assertThat(connection.text()).contains(":1}").doesNotContain(":2}");
        connection.takes(10);
        assertThat(connection.text()).containsSubsequence(":1}", ":2}", ":3}");
        assertThat(stream.isOver()).isFalse();
    }

    @Test
    void a_reader_that_takes_nothing_is_cut_off_and_its_events_are_forgotten() {
        IntStream.range(0, EventStream.LONGEST_QUEUE).forEach(number -> stream.send(message(number)));
        assertThat(stream.isOver()).isFalse();
        stream.send(message(-1));
        assertThat(stream.isOver()).isTrue();
        assertThat(completed).hasValue(1);
        connection.takes(1000);
        assertThat(connection.text()).isEmpty();
    }

    @Test
    void a_reader_that_takes_nothing_is_cut_off_by_bytes_too_but_for_the_first_event() {
        var large = message(1).put("text", "x".repeat(EventStream.LARGEST_QUEUE));
        stream.send(large);
        assertThat(stream.isOver()).isFalse();
        stream.send(message(2));
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void an_end_that_nobody_takes_is_one_when_it_is_said_again() {
        stream.send(message(1));
        stream.end();
        assertThat(stream.isOver()).isFalse();
        stream.end();
        assertThat(stream.isOver()).isTrue();
        assertThat(completed).hasValue(1);
    }

    @Test
    void a_large_event_is_given_to_the_container_in_pieces() {
        stream.send(message(1).put("text", "x".repeat(2 * EventStream.PIECE)));
        connection.takes(1);
        assertThat(connection.text()).hasSize(EventStream.PIECE);
        assertThat(stream.isTaken()).isFalse();
        connection.takes(10);
        assertThat(connection.text()).endsWith("x\"}\n\n");
        assertThat(stream.isTaken()).isTrue();
    }

    @Test
    void a_reader_that_is_slow_is_not_cut_off_by_an_end_and_one_that_stopped_is() {
        stream.send(message(1).put("text", "x".repeat(3 * EventStream.PIECE)));
        connection.takes(1);
        stream.end();
        connection.takes(1);
        stream.end();
        assertThat(stream.isOver()).isFalse();
        stream.end();
        assertThat(stream.isOver()).isTrue();
    }

    /** The container stops to look at the connection before it calls. */
    @Test
    void whoever_has_nothing_to_write_asks_to_be_called_again() {
        connection.takes(1);
        assertThat(connection.asked).isPositive();
    }

    @Test
    void comments_do_not_pile_up_for_a_reader_that_takes_nothing() {
        IntStream.range(0, 2 * EventStream.LONGEST_QUEUE).forEach(beat -> stream.keepAlive());
        connection.takes(10);
        assertThat(connection.text()).isEqualTo(": keep-alive\n\n");
    }

    @Test
    void an_end_comes_after_what_was_sent_before_it_and_nothing_comes_after_an_end() {
        stream.send(message(1));
        stream.end();
        stream.send(message(2));
        assertThat(completed).hasValue(0);
        connection.takes(10);
        assertThat(connection.text()).contains(":1}").doesNotContain(":2}");
        assertThat(completed).hasValue(1);
        assertThat(stream.isOver()).isTrue();
        stream.end();
        assertThat(completed).hasValue(1);
    }

    @Test
    void a_client_that_left_is_noticed_when_something_is_written() {
        connection.takes(10);
        connection.breaks();
        assertThat(stream.isOver()).isFalse();
        stream.keepAlive();
        assertThat(stream.isOver()).isTrue();
        assertThat(completed).hasValue(1);
    }

    private static ObjectNode message(int number) {
        return Json.object().put("number", number);
    }

    /** A connection that takes so many events and no more. */
    private static final class Connection extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private @Nullable WriteListener listener;
        private int ready;
        private boolean isBroken;
        private int asked;

        void takes(int more) {
            ready = more;
            try {
                requireNonNull(listener).onWritePossible();
            } catch (IOException unexpected) {
                throw new AssertionError(unexpected);
            }
        }

        void breaks() {
            isBroken = true;
        }

        String text() {
            return taken.toString(UTF_8);
        }

        @Override
        public boolean isReady() {
            asked++;
            return ready > 0;
        }

        @Override
        public void setWriteListener(WriteListener given) {
            listener = given;
        }

        @Override
        public void write(int single) {
            throw new AssertionError("events are written whole");
        }

        @Override
        public void write(byte[] event, int from, int length) throws IOException {
            if (isBroken) {
                throw new IOException("Broken pipe");
            }
            if (ready == 0) {
                throw new IllegalStateException("not ready");
            }
            taken.write(event, from, length);
            ready--;
        }
    }
}
