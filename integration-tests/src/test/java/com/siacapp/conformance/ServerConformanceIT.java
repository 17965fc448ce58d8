package com.siacapp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.ServiceAccount;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official MCP conformance suite has nothing to say against us as a server, in both eras, not even a warning. It runs
 * against the deployed endpoint with real tokens, which a proxy adds because the suite sends none.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ServerConformanceIT {

    @TempDir(factory = BelowTarget.class)
    private static Path results;

    @Test
    void all_30_required_scenarios_of_2025_11_25_pass_without_a_warning() throws Exception {
        assertPasses("2025-11-25", 30);
    }

    @Test
    void all_37_required_scenarios_of_2026_07_28_pass_without_a_warning() throws Exception {
        assertPasses("2026-07-28", 37);
    }

    private static void assertPasses(String revision, int scenarios) throws Exception {
        var required = ServerSuite.required(revision);
        assertThat(required).hasSize(scenarios);
        try (var server = TokenProxy.of(ServiceAccount.created("AUTHOR", "siac.templates.read"))) {
            var suite = ServerSuite.ofRevision(revision, server, results);
            assertThat(suite.of(required))
                    .as(suite.toString())
                    .allSatisfy(check ->
                            assertThat(check.status()).as(check.toString()).isIn("SUCCESS", "INFO"));
            assertThat(suite.scenarios()).as("what was run").containsAll(required);
            assertThat(suite.exitCode()).as(suite.said()).isZero();
        }
    }
}
