package com.siacapp.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.TestServer;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official TypeScript clients use every feature, each in one session; the script asserts each of them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OfficialClientsIT {

    private static final List<String> IN_BOTH_ERAS = List.of(
            "tools",
            "content of every type",
            "progress",
            "log",
            "cancellation",
            "elicitation",
            "sampling",
            "roots",
            "several rounds",
            "resources",
            "resource templates",
            "prompts",
            "completion",
            "resource updates and changed lists");

    @ParameterizedTest
    @CsvSource({"sdk-1, 2025-11-25", "client-2, 2026-07-28"})
    void the_client_of_each_era_uses_every_feature(String client, String version) {
        var token =
                ServiceAccount.created("AUTHOR", "siac.templates.read").tokens().access();
        var arguments = List.of("--client=" + client, "--mcp=" + TestServer.resource());
        // Not on the command line, which others on this machine can read.
        var told = new NodeScript("features.mjs", arguments, Map.of("SIAC_FEATURES_TOKEN", token))
                .run("features-" + client);
        assertThat(told.path("protocolVersion").asText()).isEqualTo(version);
        assertThat(told.path("worked")).extracting(feature -> feature.asText()).containsAll(IN_BOTH_ERAS);
    }
}
