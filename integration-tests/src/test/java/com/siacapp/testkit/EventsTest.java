package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** HTML, server-sent events, as far as the protocol uses them. */
class EventsTest {

    private final Events events = new Events(true);

    @Test
    void an_event_is_its_lines_up_to_an_empty_one() {
        assertThat(read("data: {\"a\":", "data: 1}", "", "data:2", "", "data: unfinished"))
                .containsExactly("{\"a\":\n1}", "2");
        assertThat(events.end()).isEmpty();
    }

    @Test
    void an_event_may_say_nothing_but_its_id_and_when_to_come_back() {
        assertThat(read("id: stream/0", "retry: 1000", "data:", "")).containsExactly("");
        assertThat(events.lastId()).isEqualTo("stream/0");
        assertThat(events.retry()).isEqualTo("1000");
    }

    @Test
    void comments_and_unknown_fields_are_no_events() {
        assertThat(read(": keep-alive", "", "HTTP/1.1 200 OK", "Content-Type: text/event-stream", "", "1f"))
                .isEmpty();
        assertThat(events.comments()).isEqualTo(1);
    }

    @Test
    void what_is_no_stream_is_one_message() {
        var whole = new Events(false);
        assertThat(whole.line("{")).isEmpty();
        assertThat(whole.line("}")).isEmpty();
        assertThat(whole.end()).hasValue("{\n}\n");
    }

    private List<String> read(String... lines) {
        return Stream.of(lines).map(events::line).flatMap(Optional::stream).toList();
    }
}
