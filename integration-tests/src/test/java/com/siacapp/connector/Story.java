package com.siacapp.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.launcher.LauncherProcess;
import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.Transcript;
import java.util.List;
import java.util.Map;

/** The script {@code story.mjs}: an official client, a browser and a person who connects them. */
record Story(String client, String language) {

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
        var transcript = Transcript.named("story-" + client);
        var arguments = List.of(
                "--client=" + client,
                "--language=" + language,
                "--mcp=" + siac.address() + "/mcp",
                transcript.argument());
        // Not on the command line, which others on this machine can read.
        var person = Map.of(
                "SIAC_STORY_EMAIL", siac.demo("author.email"), "SIAC_STORY_PASSWORD", siac.demo("author.password"));
        var told = new NodeScript("story.mjs", arguments, person).run("story-" + client);
        transcript.expectValid();
        try {
            return new ObjectMapper().treeToValue(told, Told.class);
        } catch (JsonProcessingException unlikeAStory) {
            throw new AssertionError(unlikeAStory);
        }
    }
}
