package com.siacapp.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.testkit.Endpoint;
import com.siacapp.testkit.NodeScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of the folder {@code deploy}, read as the programs do that use them. */
final class DeployFiles {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = PROJECT.resolve("deploy");

    /** Addresses that are no JAX-RS resources. */
    static final List<String> OF_THE_MCP_HOST =
            List.of("/mcp", "/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp");

    private DeployFiles() {}

    /** What {@code deploy.mjs} finds in all of them, which takes a second. */
    static JsonNode all() {
        return Once.FILES;
    }

    private static final class Once {
        static final JsonNode FILES = new NodeScript(
                        "deploy.mjs",
                        Stream.concat(Stream.of(FOLDER.toString()), paths()).toList(),
                        Map.of())
                .run("deploy-files");
    }

    /** Every path the server answers. */
    static Stream<String> paths() {
        return Stream.concat(
                        Endpoint.all().stream().map(Endpoint::path),
                        Stream.concat(OF_THE_MCP_HOST.stream(), Stream.of("/webhooks/whatsapp")))
                .distinct();
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
