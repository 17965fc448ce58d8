package com.siacapp.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What developers look at a server with, the official MCP Inspector, gets along with ours and finds no fault in its tools. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class InspectorIT {

    private static final long LONGEST_SECONDS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "modern", "auto"})
    void the_inspector_lists_the_tools_and_finds_no_fault(String era) throws IOException, InterruptedException {
        var folder = Path.of(System.getProperty("siac.work"));
        var listed = folder.resolve("inspector-" + era + ".json");
        var said = folder.resolve("inspector-" + era + ".log");
        var packages = NodeScript.folder().resolve("node_modules/.bin");
        var inspector = new ProcessBuilder(
                        packages.resolve("node").toString(),
                        packages.resolve("mcp-inspector").toString(),
                        "--cli",
                        TestServer.resource().toString(),
                        "--transport=http",
                        "--protocol-era=" + era,
                        "--header=Authorization: Bearer "
                                + Mcp.as(Person.AUTHOR).token(),
                        "--method=tools/list",
                        "--strict",
                        "--format=json")
                .redirectOutput(listed.toFile())
                .redirectError(said.toFile())
                .start();
        assertThat(inspector.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(inspector.exitValue()).as(Files.readString(said)).isZero();
        assertThat(new ObjectMapper().readTree(listed.toFile()).findValuesAsText("name"))
                .contains("siac_get_user_info", "siac_validate_template");
    }
}
