package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs on one data folder: two stopped before they were ready, a first whole one, stopped too, and the one after it, which
 * lasts while these tests do.
 */
class LauncherIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String REDIRECT = "http://127.0.0.1:7777/callback";

    @TempDir(factory = BelowTarget.class)
    private static Path folder;

    private static Stopped whileDatabaseStarted;
    private static Stopped whileServerStarted;
    private static FirstRun first;
    private static LauncherProcess second;
    private static String welcome;

    /** What the first run left: what it told the world while it ran, and how it ended. */
    private record FirstRun(
            Ports ports, URI setupLink, String keys, String clientId, Properties demo, Stopped stopped) {}

    @BeforeAll
    static void stop_and_start_again() throws Exception {
        var ports = LauncherProcess.freePorts();
        try (var run = LauncherProcess.start(folder, ports, Map.of())) {
            run.awaitFile("postgres/base");
            whileDatabaseStarted = Stopped.by(run);
        }
        try (var run = LauncherProcess.start(folder, ports, Map.of())) {
            run.await("WFLYSRV0049");
            whileServerStarted = Stopped.by(run);
        }
        try (var run = LauncherProcess.start(folder, ports, Map.of())) {
            var link = setupLink(run.awaitReady());
            first = new FirstRun(
                    ports, link, keys(run), register(run), run.data().demo(), Stopped.by(run));
        }
        second = LauncherProcess.start(folder, ports, Map.of());
        welcome = second.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
    }

    @Test
    void the_person_is_told_when_it_is_ready_where_it_is_and_how_to_sign_in() {
        assertThat(welcome)
                .contains("SIAC Assistant is ready.")
                .contains(second.address() + "/mcp")
                .contains("admin@demo.siac.test   " + second.demo("admin.password"))
                .contains("author@demo.siac.test   " + second.demo("author.password"))
                .contains("viewer@demo.siac.test   " + second.demo("viewer.password"))
                .contains(folder.resolve("demo.properties").toString());
    }

    @Test
    void every_address_of_the_welcome_answers() throws Exception {
        assertThat(post(second.address().resolve("/mcp"), "{}").statusCode()).isEqualTo(401);
        assertThat(get(second.address()).statusCode()).isEqualTo(200);
        assertThat(get(URI.create("http://localhost:" + first.ports().management() + "/health"))
                        .body())
                .contains("\"status\":\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo.properties", "secrets.properties"})
    void only_their_owner_can_read_the_secrets(String name) throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void nothing_printed_holds_the_encryption_key() throws IOException {
        assertThat(encryptionKey()).hasSize(44);
        assertThat(welcome).doesNotContain(encryptionKey());
    }

    private static String encryptionKey() throws IOException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty("encryption.key");
    }

    /** In one test, because each link ends the one before. */
    @Test
    void the_newest_setup_link_opens_and_the_older_ones_do_not() throws Exception {
        var printedAtTheStart = setupLink(welcome);
        assertThat(get(first.setupLink()).statusCode()).isEqualTo(404);
        assertThat(get(printedAtTheStart).statusCode()).isEqualTo(200);
        var command = LauncherProcess.command(
                Map.of(
                        "SIAC_ISSUER", second.address().toString(),
                        "SIAC_DB_URL", second.data().databaseUrl(),
                        "SIAC_DB_USER", "postgres"),
                "setup-link");
        var printedOnCommand = setupLink(command.output());
        assertThat(get(printedOnCommand).statusCode()).isEqualTo(200);
        assertThat(get(printedAtTheStart).statusCode()).isEqualTo(404);
        assertThat(setupLinksAudited()).isGreaterThanOrEqualTo(2);
    }

    private static long setupLinksAudited() throws SQLException {
        try (var database = DriverManager.getConnection(second.data().databaseUrl(), "postgres", "");
                var lines = database.createStatement()
                        .executeQuery("select count(*) from audit_event where type = 'SETUP_LINK_MADE'")) {
            lines.next();
            return lines.getLong(1);
        }
    }

    @Test
    void a_second_start_on_the_same_data_folder_is_refused_and_disturbs_nothing() throws Exception {
        try (var other = LauncherProcess.start(folder, first.ports(), Map.of())) {
            assertThat(OneSentence.of(other.awaitEnd()))
                    .contains("another SIAC already runs on the data folder " + folder);
        }
        assertThat(get(second.address().resolve("/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void production_refuses_the_database_of_a_trial() throws IOException {
        var settings = Map.of(
                "SIAC_ISSUER", "https://auth.siac.example",
                "SIAC_RESOURCE", "https://api.siac.example/mcp",
                "SIAC_ENCRYPTION_KEY", encryptionKey(),
                "SIAC_DB_URL", second.data().databaseUrl(),
                "SIAC_DB_USER", "postgres",
                "SIAC_DB_PASSWORD", "correct horse battery");
        try (var production = LauncherProcess.serve(folder.resolve("production"), 0, settings)) {
            production.await("siac serve: ");
            var ended = production.awaitEnd();
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output().strip())
                    .endsWith("siac serve: SIAC_DB_URL names the database of a trial, which has the demo company;"
                            + " production takes one of its own.");
        }
    }

    @Test
    void a_termination_signal_stops_all_it_started() {
        first.stopped().leftNothing();
        assertThat(first.stopped().all())
                .as("launcher, server, PostgreSQL and its helpers")
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_termination_signal_while_postgresql_starts_leaves_nothing_running() {
        whileDatabaseStarted.leftNothing();
    }

    @Test
    void a_termination_signal_while_the_server_starts_leaves_nothing_running_and_is_no_failure() {
        whileServerStarted.leftNothing();
        assertThat(whileServerStarted.ended().output()).doesNotContain("siac run: ");
    }

    @Test
    void the_server_ends_before_its_database() {
        assertThat(first.stopped().ended().output())
                .contains("Server shutdown has been requested")
                .doesNotContain("FATAL");
    }

    @Test
    void passwords_survive_a_restart() {
        assertThat(second.data().demo()).isEqualTo(first.demo());
        assertThat(first.demo()).hasSize(6);
    }

    @Test
    void signing_keys_survive_a_restart() throws Exception {
        assertThat(keys(second)).isEqualTo(first.keys()).contains("\"kid\"");
    }

    @Test
    void registered_clients_survive_a_restart() throws Exception {
        assertThat(authorize(first.clientId()).statusCode()).isBetween(200, 303);
        assertThat(authorize("somebody-else").statusCode()).isEqualTo(400);
    }

    private static URI setupLink(String output) {
        return URI.create(output.lines()
                .filter(line -> line.contains("/link?key="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output))
                .strip());
    }

    private static String keys(LauncherProcess run) throws Exception {
        return get(run.address().resolve("/oauth/jwks")).body();
    }

    private static String register(LauncherProcess run) throws Exception {
        var answer = post(run.address().resolve("/oauth/register"), """
                {"client_name": "Lasting", "redirect_uris": ["%s"], "token_endpoint_auth_method": "none"}
                """.formatted(REDIRECT));
        return answer.body().replaceFirst("(?s).*\"client_id\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> authorize(String clientId) throws Exception {
        return get(second.address()
                .resolve("/oauth/authorize?response_type=code&client_id=" + clientId + "&redirect_uri=" + REDIRECT
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"));
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(URI address, String json) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        Secrets.seenIn(answer.body());
        return answer;
    }
}
