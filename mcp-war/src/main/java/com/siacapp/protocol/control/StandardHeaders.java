package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.HEADER_MISMATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.RequestHeaders;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern VISIBLE = Pattern.compile("[\\t\\x20-\\x7E]*");
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
                    decoded("Mcp-Name", headers.name()),
                    request.params().path(naming).textValue());
        }
    }

    /** Custom headers from tool parameters: each says what the body says, and nothing where the body says nothing. */
    static void verifyParams(Map<String, JsonNode> arguments, RequestHeaders headers) {
        arguments.forEach((name, argument) -> {
            var header = "Mcp-Param-" + name;
            var value = decoded(header, headers.params().get(name.toLowerCase(Locale.ROOT)));
            var isGiven = !argument.isMissingNode() && !argument.isNull();
            // What is no primitive fits no header; the schema refuses it with a better reason.
            if (argument.isContainerNode()) {
                return;
            }
            if (isGiven && value == null) {
                throw HEADER_MISMATCH.because(header + " is missing");
            }
            if (value != null && !(isGiven && says(value, argument))) {
                throw differs(header);
            }
        });
    }

    /** Server validation: numbers are compared as numbers. */
    private static boolean says(String value, JsonNode argument) {
        if (!argument.isNumber()) {
            return value.equals(argument.asText());
        }
        try {
            return new BigDecimal(value).compareTo(argument.decimalValue()) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
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
    private static @Nullable String decoded(String header, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!VISIBLE.matcher(value).matches()) {
            throw HEADER_MISMATCH.because(header + " has characters no header may have");
        }
        if (!value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            var payload = value.substring(ENCODED.length(), Math.max(ENCODED.length(), value.length() - 2));
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(requirePadded(payload)));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw HEADER_MISMATCH.because(header + " is not valid Base64 of UTF-8");
        }
    }

    /** The decoder takes Base64 without padding too, which is another way to write the same. */
    private static String requirePadded(String base64) {
        if (base64.length() % 4 != 0) {
            throw new IllegalArgumentException("not padded");
        }
        return base64;
    }

    private static RuntimeException differs(String header) {
        return HEADER_MISMATCH.because(header + " differs from the body");
    }
}
