package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.HEADER_MISMATCH;

import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.RequestHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers that repeat what the body says, so that intermediaries need not read it (MCP 2026-07-28,
 * basic/transports/streamable-http, request metadata).
 */
final class StandardHeaders {

    private static final Map<String, String> NAMING_PARAM = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            // Tasks, routing headers.
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";

    private StandardHeaders() {}

    /** An absent header is for {@link #verify} to refuse: that the version is unknown is the more useful answer. */
    static void verifyVersion(String declared, RequestHeaders headers) {
        if (headers.protocolVersion() != null && !headers.protocolVersion().equals(declared)) {
            throw differs("MCP-Protocol-Version");
        }
    }

    static void verify(Request request, RequestHeaders headers) {
        if (headers.protocolVersion() == null) {
            throw HEADER_MISMATCH.because("MCP-Protocol-Version is missing");
        }
        require("Mcp-Method", headers.method(), request.method());
        var naming = NAMING_PARAM.get(request.method());
        if (naming != null && request.params().path(naming).isTextual()) {
            require(
                    "Mcp-Name",
                    decoded(headers.name()),
                    request.params().path(naming).textValue());
        }
    }

    private static void require(String header, @Nullable String value, String expected) {
        if (value == null) {
            throw HEADER_MISMATCH.because(header + " is missing");
        }
        if (!value.equals(expected)) {
            throw differs(header);
        }
    }

    /** Value encoding: what no header can carry as it is comes as Base64 of its UTF-8. */
    private static @Nullable String decoded(@Nullable String value) {
        if (value == null || !value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            var payload = value.substring(ENCODED.length(), Math.max(ENCODED.length(), value.length() - 2));
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(payload));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw HEADER_MISMATCH.because("Mcp-Name is not valid Base64 of UTF-8");
        }
    }

    private static RuntimeException differs(String header) {
        return HEADER_MISMATCH.because(header + " differs from the body");
    }
}
