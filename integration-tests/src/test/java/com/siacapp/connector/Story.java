package com.siacapp.connector;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.launcher.LauncherProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script {@code story.mjs}: an official client, a browser and a person who connects them. */
record Story(String client, String language) {

    private static final long LONGEST_STORY = 3;

    static Story of(String client) {
        return new Story(client, "en");
    }

    Story in(String otherLanguage) {
        return new Story(client, otherLanguage);
    }

    /** The facts it ends with. */
    record Told(
            String client,
            String language,
            String protocolVersion,
            List<String> tools,
            String goodTemplate,
            String badTemplate,
            boolean accessTokenChanged,
            boolean refreshTokenRotated) {}

    /** Tells it to the end, or fails with what the script had to say. */
    Told tell(LauncherProcess siac) {
        var log = Path.of(System.getProperty("siac.work"), "story-" + client + ".log");
        var command = new ProcessBuilder(
                        "node",
                        "story.mjs",
                        "--client=" + client,
                        "--language=" + language,
                        "--mcp=" + siac.address() + "/mcp")
                .directory(Path.of(System.getProperty("siac.connector")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Not on the command line, which others on this machine can read.
        command.environment().put("SIAC_STORY_EMAIL", siac.demo("author.email"));
        command.environment().put("SIAC_STORY_PASSWORD", siac.demo("author.password"));
        try {
            return facts(command.start(), log);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    private static Told facts(Process script, Path log) throws IOException, InterruptedException {
        if (!script.waitFor(LONGEST_STORY, TimeUnit.MINUTES)) {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
            throw new AssertionError("the story does not end:\n" + Files.readString(log));
        }
        var lines = Files.readAllLines(log);
        if (script.exitValue() != 0) {
            throw new AssertionError(String.join("\n", lines));
        }
        return new ObjectMapper().readValue(lines.get(lines.size() - 1), Told.class);
    }
}
