package com.siacapp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.ServiceAccount;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official MCP conformance suite has nothing to say against us as a server, in both eras, not even a warning. It runs
 * against the deployed endpoint with real tokens, which a proxy adds because the suite sends none.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ServerConformanceIT {

    private static final Map<String, ServerSuite> RUNS = new HashMap<>();

    @TempDir(factory = BelowTarget.class)
    private static Path results;

    /** Not required, because the suite's own server does not pass them yet. */
    private static final List<String> PENDING =
            List.of("json-schema-2020-12", "http-header-validation", "http-custom-header-server-validation");

    /** The third, server-session-lifecycle, is for servers that give everybody a session: see docs/protocol-map.md. */
    private static final List<String> PENDING_OF_OLDER = List.of("json-schema-2020-12", "server-sse-polling");

    @Test
    void all_30_required_scenarios_of_2025_11_25_pass_without_a_warning() throws Exception {
        var required = ServerSuite.required("2025-11-25");
        assertThat(required).hasSize(30);
        assertPass(suite("2025-11-25"), required);
    }

    @Test
    void all_37_required_scenarios_of_2026_07_28_pass_without_a_warning() throws Exception {
        var required = ServerSuite.required("2026-07-28");
        assertThat(required).hasSize(37);
        assertPass(suite("2026-07-28"), required);
    }

    @Test
    void the_pending_scenarios_of_2025_11_25_pass_too() throws Exception {
        assertPass(suite("2025-11-25"), PENDING_OF_OLDER);
    }

    @Test
    void the_pending_scenarios_of_2026_07_28_pass_too() throws Exception {
        assertPass(suite("2026-07-28"), PENDING);
    }

    /** The tenth of the suite, tasks-status-notifications, is skipped by the suite itself: TaskNewsIT has it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks-lifecycle",
                "tasks-capability-negotiation",
                "tasks-wire-fields",
                "tasks-request-state-removal",
                "tasks-mrtr-input",
                "tasks-request-headers",
                "tasks-dispatch-and-envelope",
                "tasks-required-task-error",
                "tasks-mrtr-composition"
            })
    void the_scenarios_of_the_tasks_extension_pass(String scenario) throws Exception {
        try (var server = TokenProxy.of(ServiceAccount.created("AUTHOR", "siac.templates.read"))) {
            assertPass(ServerSuite.ofScenario(scenario, server, results), List.of(scenario));
        }
    }

    private static void assertPass(ServerSuite suite, List<String> scenarios) {
        assertThat(suite.of(scenarios))
                .as(suite.toString())
                .allSatisfy(
                        check -> assertThat(check.status()).as(check.toString()).isIn("SUCCESS", "INFO"));
        assertThat(suite.successful()).as("what was run").containsAll(scenarios);
        assertThat(suite.exitCode()).as(suite.said()).isZero();
    }

    /** One run of a revision is enough for all that is asked of it. */
    private static ServerSuite suite(String revision) throws Exception {
        if (!RUNS.containsKey(revision)) {
            try (var server = TokenProxy.of(ServiceAccount.created("AUTHOR", "siac.templates.read"))) {
                RUNS.put(revision, ServerSuite.ofRevision(revision, server, results));
            }
        }
        return RUNS.get(revision);
    }
}
