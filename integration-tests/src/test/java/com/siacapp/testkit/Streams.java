package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.fixture.ChangingTools.Seen;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** What listening costs the server under test, and what changes there for those who listen. */
public record Streams(Mcp mcp) {

    /** Two keep-alives and more: the first write to a client that left still succeeds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public static Streams seenWith(String token) {
        return new Streams(Mcp.with(token));
    }

    public Seen now() {
        var seen = mcp.result("test_see_streams", Map.of()).path("structuredContent");
        return new Seen(
                seen.path("streams").asInt(),
                seen.path("calls").asInt(),
                seen.path("threads").asInt(),
                seen.path("running").asInt(),
                seen.path("cancelled").asInt(),
                seen.path("waiting").asInt(),
                seen.path("sessionStreams").asInt());
    }

    public Seen until(Predicate<Seen> state) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        var seen = now();
        while (!state.test(seen)) {
            assertThat(System.nanoTime()).as("in time: " + seen).isLessThan(patience);
            seen = now();
        }
        return seen;
    }

    public void toolsChange() {
        mcp.result("test_trigger_tool_change", Map.of());
    }

    public void promptsChange() {
        mcp.result("test_trigger_prompt_change", Map.of());
    }

    public void update(String uri) {
        mcp.result("test_update_resource", Map.of("uri", uri));
    }
}
