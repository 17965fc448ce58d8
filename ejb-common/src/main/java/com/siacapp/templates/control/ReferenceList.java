package com.siacapp.templates.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words kept as data beside the code: one a line, lines with # say where they come from. */
final class ReferenceList {

    private ReferenceList() {}

    static Set<String> named(String file) {
        try (var stream = Objects.requireNonNull(ReferenceList.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
