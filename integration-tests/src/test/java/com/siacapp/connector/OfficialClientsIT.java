package com.siacapp.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Transcript;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The official TypeScript clients use every feature, each in one session; the script asserts each of them, and every message
 * of it is valid.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OfficialClientsIT {

    private static final List<String> IN_BOTH_ERAS = List.of(
            "server info, icon and instructions",
            "tools",
            "a refusal the model can act on",
            "an error of the protocol",
            "a step-up",
            "content of every type",
            "progress",
            "log",
            "cancellation",
            "elicitation",
            "a person who declines",
            "a person who closes the form",
            "elicitation by a page",
            "sampling",
            "roots",
            "several rounds",
            "several questions at once",
            "pagination",
            "resources",
            "resource templates",
            "prompts",
            "a prompt that asks",
            "completion",
            "completion with what was typed before",
            "completion of a resource template",
            "changed lists",
            "resource updates",
            "the end of resource updates");

    private static final List<String> OLDER = List.of("resumption", "ping", "end of the session");
    private static final List<String> NEWER = List.of("arguments in headers", "tasks");

    /** So that every list has several pages. */
    private static final String FEW = "5";

    @Test
    void the_client_of_2025_11_25_uses_every_feature() {
        expectWorked(told("sdk-1"), "2025-11-25", OLDER);
    }

    @Test
    void the_client_of_2026_07_28_uses_every_feature() {
        expectWorked(told("client-2"), "2026-07-28", NEWER);
    }

    private static void expectWorked(JsonNode told, String version, List<String> ofThisEra) {
        assertThat(told.path("protocolVersion").asText()).isEqualTo(version);
        assertThat(told.path("worked"))
                .extracting(JsonNode::asText)
                .containsAll(IN_BOTH_ERAS)
                .containsAll(ofThisEra)
                .hasSize(IN_BOTH_ERAS.size() + ofThisEra.size());
    }

    private static JsonNode told(String client) {
        var token =
                ServiceAccount.created("AUTHOR", "siac.templates.read").tokens().access();
        var transcript = Transcript.named("features-" + client);
        var arguments = List.of("--client=" + client, "--mcp=" + TestServer.resource(), transcript.argument());
        // Not on the command line, which others on this machine can read.
        var script = new NodeScript("features.mjs", arguments, Map.of("SIAC_FEATURES_TOKEN", token));
        var told = Settings.during("SIAC_MCP_PAGE_SIZE", FEW, () -> script.run("features-" + client));
        transcript.expectValid();
        return told;
    }
}
