package com.siacapp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the suite found of one rule in one scenario. */
record Check(String scenario, String id, String status, String message) {

    /** All that it left in its folder of results. */
    static List<Check> in(Path results) throws IOException {
        try (var files = Files.walk(results)) {
            return files.filter(file -> file.endsWith("checks.json"))
                    .flatMap(file -> StreamSupport.stream(read(file).spliterator(), false)
                            .map(check -> of(scenarioOf(file), check)))
                    .toList();
        }
    }

    /** The folder is named after who was tested, the scenario and the time. */
    private static String scenarioOf(Path checks) {
        var folder = checks.getParent().getFileName().toString();
        return folder.replaceFirst("^(server|authorization)-", "").replaceFirst("-\\d{4}-\\d\\d-\\d\\dT.*$", "");
    }

    private static Check of(String scenario, JsonNode check) {
        return new Check(
                scenario,
                check.path("id").asText(),
                check.path("status").asText(),
                check.path("errorMessage").asText());
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
