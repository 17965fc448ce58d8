package com.siacapp.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.launcher.LauncherProcess;
import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.Transcript;
import java.util.List;
import java.util.Map;

/** The script {@code story.mjs}: an official client, a browser and a person who connects them. */
public record Story(String client, String language) {

    /** Not on the command line, which others on this machine can read. */
    public static final String EMAIL = "SIAC_STORY_EMAIL";

    public static final String PASSWORD = "SIAC_STORY_PASSWORD";

    public static Story of(String client) {
        return new Story(client, "en");
    }

    public Story in(String otherLanguage) {
        return new Story(client, otherLanguage);
    }

    /** The facts it ends with. */
    public record Told(
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
        return tell(
                siac.address() + "/mcp",
                siac.address().toString(),
                Map.of(EMAIL, siac.demo("author.email"), PASSWORD, siac.demo("author.password")));
    }

    /**
     * The same of any installation.
     *
     * @param environment who signs in, by {@link #EMAIL} and {@link #PASSWORD}, and what else the script's world is like
     */
    public Told tell(String resource, String issuer, Map<String, String> environment) {
        var transcript = Transcript.named("story-" + client);
        var arguments = List.of(
                "--client=" + client,
                "--language=" + language,
                "--mcp=" + resource,
                "--issuer=" + issuer,
                transcript.argument());
        var told = new NodeScript("story.mjs", arguments, environment).run("story-" + client);
        transcript.expectValid();
        try {
            return new ObjectMapper().treeToValue(told, Told.class);
        } catch (JsonProcessingException unlikeAStory) {
            throw new AssertionError(unlikeAStory);
        }
    }
}
