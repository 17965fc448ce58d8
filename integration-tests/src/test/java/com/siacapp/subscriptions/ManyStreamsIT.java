package com.siacapp.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Listener;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.Streams;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who listen on one node: they cost no threads, and all hear of a change at once. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ManyStreamsIT {

    /** How many: modest by default, more by {@code -Dsiac.scale.streams}. */
    private static final int STREAMS = Integer.getInteger("siac.scale.streams", 100);

    private static final int MOST_THREADS = 20;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final String token =
            OAuthClient.registered().tokensFor(Person.AUTHOR).access();
    private final Streams streams = Streams.seenWith(token);

    @Test
    void many_listen_on_a_handful_of_threads_and_all_hear_of_a_change_within_a_second() {
        Settings.with("SIAC_MCP_STREAMS_PER_USER", "" + (STREAMS + 20), () -> {
            // The server's threads for requests are there before, so that only those for streams count.
            Race.of(64, () -> Mcp.with(token).ping());
            var before = streams.now();
            var listeners = opened();
            var open = streams.now();
            assertThat(open.streams()).isEqualTo(before.streams() + STREAMS);
            assertThat(open.threads() - before.threads()).isLessThan(MOST_THREADS);
            hearOfAChange(listeners);
            hearOfAChange(listeners);
            listeners.forEach(Listener::close);
            leave(before.streams());
            assertThat(streams.now().threads() - before.threads()).isLessThan(MOST_THREADS);
        });
    }

    private List<Listener> opened() {
        var listeners = IntStream.range(0, STREAMS)
                .mapToObj(number -> Listener.opening(token, "{\"toolsListChanged\": true}"))
                .toList();
        listeners.forEach(listener -> listener.until("notifications/subscriptions/acknowledged"));
        return listeners;
    }

    private void hearOfAChange(List<Listener> listeners) {
        var changed = System.nanoTime();
        streams.toolsChange();
        listeners.forEach(listener -> listener.until("notifications/tools/list_changed"));
        assertThat(Duration.ofNanos(System.nanoTime() - changed)).isLessThan(AT_ONCE);
    }

    /** Who left is noticed by the second write. */
    private void leave(int before) {
        streams.until(seen -> {
            streams.toolsChange();
            return seen.streams() <= before;
        });
    }
}
