package com.siacapp.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Who reads what the server says: a person, or whatever collects logs. */
enum LogFormat {
    TEXT,
    JSON;

    /** How the server logs before it has read its configuration. */
    private static final String EARLY = "logging.properties";

    List<String> javaOptions() {
        return this == TEXT ? List.of("-Dsiac.log.text=INFO", "-Dsiac.log.json=OFF") : List.of();
    }

    /** Text is what the server's own file says. */
    void prepare(Path configuration) throws IOException {
        if (this == JSON) {
            try (var early = Objects.requireNonNull(LogFormat.class.getResourceAsStream(EARLY))) {
                Files.copy(early, configuration.resolve(EARLY), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
