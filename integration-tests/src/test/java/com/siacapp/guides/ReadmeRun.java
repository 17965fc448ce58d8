package com.siacapp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.NodeScript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Somebody new, who has nothing but README.md, gets from {@code git clone} to a tool call with the Inspector. A whole build
 * within a build takes minutes: {@code mvn verify -Preadme} runs it, instead of the tests. Other than on a new machine are
 * the ports, the folder of what Maven has downloaded, and that the Inspector is the one the tests have.
 */
class ReadmeRun {

    @Test
    void readme_leads_from_a_clone_to_a_tool_call() {
        var told = new NodeScript(
                        "readme.mjs",
                        List.of(
                                "--repository=" + Page.PROJECT,
                                "--work=" + System.getProperty("siac.work"),
                                "--maven-repository=" + System.getProperty("siac.maven.repository")),
                        Map.of())
                .run("readme");

        assertThat(told.path("told").asText()).isEqualTo("author@demo.siac.test");
    }
}
