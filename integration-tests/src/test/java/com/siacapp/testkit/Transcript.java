package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** What a script and the server said to each other, message by message, as {@code wire.mjs} wrote it down. */
public record Transcript(Path file) {

    /** A new one below the build's folder. */
    public static Transcript named(String name) {
        var file = Path.of(System.getProperty("siac.work"), name + ".transcript");
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
        return new Transcript(file);
    }

    /** For the script's command line. */
    public String argument() {
        return "--transcript=" + file;
    }

    /** Each message, either way, is valid by the official schema of its version. */
    public void expectValid() {
        var wires = new HashMap<String, Wire>();
        for (var line : lines()) {
            var wire = wires.computeIfAbsent(line.path("version").asText(), Wire::new);
            if (line.has("sent")) {
                wire.sent(line.path("sent"));
            } else if (line.has("received")) {
                wire.received(line.path("received"));
            }
        }
        assertThat(lines()).as("sent").anyMatch(line -> line.has("sent"));
        assertThat(lines()).as("received").anyMatch(line -> line.has("received"));
    }

    private List<JsonNode> lines() {
        try {
            return Files.readAllLines(file).stream().map(Mcp::parsed).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
