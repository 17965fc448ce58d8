package com.siacapp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code deploy/Containerfile}, as far as it can be tried without a container engine. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ContainerFileIT {

    private static final JsonNode FILE = DeployFiles.all().get("containerfile");

    /** Where the build stage puts the repository. */
    private static final String BUILD = "/build/";

    @Test
    void a_linter_finds_nothing_in_it() {
        assertThat(DeployFiles.texts(FILE.get("problems"))).isEmpty();
    }

    @Test
    void every_base_image_is_one_version() {
        assertThat(all("FROM")).hasSize(2).allSatisfy(image -> assertThat(image).matches(ComposeFilesIT.PINNED));
    }

    @Test
    void the_process_is_not_root_and_a_cluster_can_tell() {
        assertThat(all("USER")).containsExactly("10001:10001");
    }

    @Test
    void what_it_copies_is_what_the_build_makes() {
        assertThat(copied())
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(DeployFiles.PROJECT.resolve(source)).exists());
    }

    @Test
    void the_server_owns_nothing_of_what_it_runs() {
        assertThat(all("COPY")).noneMatch(copy -> copy.contains("--chown"));
    }

    /** A fixed heap would be right for one limit only. */
    @Test
    void memory_follows_the_containers_limit_and_java_knows_the_options() throws Exception {
        var options = all("ENV").stream()
                .filter(variable -> variable.startsWith("SIAC_JAVA_OPTIONS="))
                .map(variable -> variable.substring(variable.indexOf('=') + 1).replace("\"", ""))
                .findFirst()
                .orElseThrow();
        assertThat(options).contains("-XX:MaxRAMPercentage=").doesNotContain("-Xm");
        var java =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        java.addAll(List.of(options.split(" ", -1)));
        java.add("-version");
        assertThat(exitCode(java)).isZero();
    }

    @Test
    void only_the_port_for_everybody_is_offered() {
        assertThat(all("EXPOSE")).containsExactly("8080");
    }

    @Test
    void the_health_check_tells_a_ready_server_from_none() throws Exception {
        assertThat(exitCode(healthCheck(System.getProperty("siac.management.port"))))
                .isZero();
        assertThat(exitCode(healthCheck(String.valueOf(TestServer.freePort())))).isNotZero();
        assertThat(exitCode(healthCheck(String.valueOf(TestServer.address().getPort()))))
                .as("who answers, but not that it is ready")
                .isNotZero();
    }

    @Test
    void no_secret_gets_into_a_layer() throws IOException {
        var ignored = Files.readAllLines(DeployFiles.PROJECT.resolve(".dockerignore"));
        assertThat(ignored).contains(".git", ".siac", "**/.env", "**/*.key", "**/*.pem", "**/target");
        assertThat(Files.readAllLines(DeployFiles.PROJECT.resolve(".gitignore")))
                .contains(".env");
        assertThat(Stream.of("ARG", "ENV").flatMap(name -> all(name).stream()))
                .noneMatch(variable -> variable.matches("(?i)[^=]*(KEY|PASSWORD|SECRET|TOKEN).*"));
    }

    private static List<String> all(String name) {
        return DeployFiles.each(FILE.get("instructions"))
                .filter(instruction -> instruction.get("name").asText().equals(name))
                .map(instruction -> instruction.get("text").asText())
                .toList();
    }

    /** What is copied out of the build stage, as paths of the repository. */
    private static List<String> copied() {
        return all("COPY").stream()
                .filter(copy -> copy.startsWith("--from=build "))
                .map(copy -> copy.split(" ", 3)[1])
                .peek(source -> assertThat(source).startsWith(BUILD))
                .map(source -> source.substring(BUILD.length()))
                .toList();
    }

    private static List<String> healthCheck(String port) {
        var check = all("HEALTHCHECK").get(0);
        var command = DeployFiles.texts(DeployFiles.json(check.substring(check.indexOf("CMD ") + "CMD ".length())));
        assertThat(command).anyMatch(part -> part.contains("/9990"));
        return command.stream().map(part -> part.replace("/9990", "/" + port)).toList();
    }

    private static int exitCode(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
