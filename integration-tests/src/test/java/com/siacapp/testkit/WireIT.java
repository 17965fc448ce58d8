package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That the kit would notice a message that is not valid, in every version. */
class WireIT {

    private static final JsonNode CALL = Mcp.parsed("""
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "x"}}""");

    @ParameterizedTest
    @EnumSource
    void a_result_that_is_none_of_its_method_is_refused(McpVersion version) {
        var wire = new Wire(version.wireName());
        wire.sent(introduced(version, CALL));
        expectRefused(() -> wire.received(Mcp.parsed("""
                {"jsonrpc": "2.0", "id": 1, "result": {"resultType": "complete", "content": [{"type": "text"}]}}""")));
    }

    @ParameterizedTest
    @EnumSource
    void an_envelope_that_is_none_is_refused(McpVersion version) {
        var wire = new Wire(version.wireName());
        for (var message : new String[] {
            "{\"id\": 1, \"method\": \"ping\"}",
            "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"error\": {\"code\": \"no number\", \"message\": \"x\"}}",
            "{\"jsonrpc\": \"2.0\", \"id\": 1}"
        }) {
            expectRefused(() -> wire.sent(Mcp.parsed(message)));
            expectRefused(() -> wire.received(Mcp.parsed(message)));
        }
    }

    /** What came with 2025-03-26, with 2025-06-18 and went with 2026-07-28. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-11-05 | {"jsonrpc": "2.0", "id": 1, "result": {"content": [{"type": "audio", "data": "", "mimeType": "audio/wav"}]}}
            2025-03-26 | {"jsonrpc": "2.0", "id": "a", "method": "elicitation/create", "params": {"message": "?", "requestedSchema": {"type": "object", "properties": {}}}}
            2026-07-28 | {"jsonrpc": "2.0", "id": "a", "method": "ping"}
            2026-07-28 | {"jsonrpc": "2.0", "id": 1, "result": {"content": []}}""")
    void what_this_version_does_not_have_is_refused(String version, String message) {
        var wire = new Wire(version);
        wire.sent(introduced(versionNamed(version), CALL));
        expectRefused(() -> wire.received(Mcp.parsed(message)));
    }

    @Test
    void a_clients_own_answer_is_held_against_what_it_was_asked() {
        var wire = new Wire(McpVersion.NEWEST_LEGACY.wireName());
        var asked = Mcp.message("roots/list", Map.of()).put("id", "q");
        wire.received(asked);
        expectRefused(() -> wire.sent(Mcp.response(asked.path("id"), Map.of("action", "accept"))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V2025_03_26")
    void batches_are_of_one_version_only(McpVersion version) {
        expectRefused(() -> new Wire(version.wireName())
                .sent(Mcp.parsed("[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]")));
    }

    private static JsonNode introduced(McpVersion version, JsonNode message) {
        var copy = message.<ObjectNode>deepCopy();
        version.introduce(copy, Mcp.with("").capabilities(), Optional.empty());
        return copy;
    }

    private static McpVersion versionNamed(String name) {
        return Arrays.stream(McpVersion.values())
                .filter(version -> version.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void expectRefused(ThrowingCallable saying) {
        assertThatThrownBy(saying).isInstanceOf(AssertionError.class);
    }
}
