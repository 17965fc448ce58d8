package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.installation.control.DatabaseSettings;
import com.siacapp.testkit.Authority;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In production what is unsafe does not start: the command ends with 1, and its last words are a sentence for each reason. */
class ServeCommandIT {

    /** Of this computer, and not the one that everything listens on. */
    private static final String ADDRESS = "127.0.8.1";

    @TempDir(factory = BelowTarget.class)
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"SIAC_DB_URL", "SIAC_DB_PASSWORD"})
    void a_database_is_named_before_anything_starts(String missing) {
        try (var launcher = LauncherProcess.serve(folder, 0, with(missing, ""))) {
            assertThat(OneSentence.of(launcher.awaitEnd())).contains(missing + " is not set");
        }
    }

    @Test
    void unsafe_settings_end_the_start_with_all_that_is_wrong() {
        var refused = refused(with(
                "SIAC_ISSUER", "http://auth.siac.example",
                "SIAC_RESOURCE", "http://api.siac.example/mcp",
                "SIAC_ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "SIAC_DB_PASSWORD", "short",
                "SIAC_DEMO_ADMIN_PASSWORD", "correct horse battery"));

        assertThat(refused)
                .startsWith("siac serve: SIAC_ISSUER must begin with https:// in production")
                .contains("\nSIAC_RESOURCE must begin with https:// in production")
                .contains("\nSIAC_ENCRYPTION_KEY is no random key")
                .contains("\nSIAC_DB_PASSWORD is too easily guessed")
                .contains("\nSIAC_DEMO_ADMIN_PASSWORD is set")
                .hasLineCount(5);
    }

    @Test
    void an_address_that_clients_would_not_find_the_same_ends_the_start() {
        assertThat(refused(with("SIAC_RESOURCE", "https://API.siac.example/mcp/")))
                .startsWith("siac serve: SIAC_RESOURCE takes https://HOST/mcp")
                .hasLineCount(1);
    }

    @Test
    void certificate_and_key_are_set_together() {
        assertThat(refused(with("SIAC_TLS_KEY", "key.pem")))
                .isEqualTo("siac serve: SIAC_TLS_CERTIFICATE and SIAC_TLS_KEY are set together or not at all.");
    }

    @Test
    void a_file_without_a_certificate_is_refused() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "").toString();

        assertThat(refused(with("SIAC_TLS_CERTIFICATE", empty, "SIAC_TLS_KEY", empty)))
                .isEqualTo("siac serve: SIAC_TLS_CERTIFICATE names a file without a certificate.");
    }

    @Test
    void the_key_of_another_certificate_is_refused() {
        var certificate = folder.resolve("certificate.pem");
        var key = folder.resolve("key.pem");
        Authority.in(folder).certify("-ext", "san=dns:one.example").write(folder.resolve("other.pem"), key);
        Authority.in(folder).certify("-ext", "san=dns:other.example").write(certificate, folder.resolve("other.key"));

        assertThat(refused(with("SIAC_TLS_CERTIFICATE", certificate.toString(), "SIAC_TLS_KEY", key.toString())))
                .isEqualTo("siac serve: SIAC_TLS_KEY is not the key of SIAC_TLS_CERTIFICATE.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA"})
    void a_damaged_key_is_refused(String base64) throws IOException {
        var settings = withTls();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64));

        assertThat(refused(settings))
                .isEqualTo("siac serve: SIAC_TLS_KEY names a file with a damaged key, or one of another kind than"
                        + " SIAC_TLS_CERTIFICATE has.");
    }

    @Test
    void a_damaged_certificate_is_refused() throws IOException {
        var settings = withTls();
        Files.writeString(
                folder.resolve("certificate.pem"), "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n");

        assertThat(refused(settings))
                .isEqualTo("siac serve: SIAC_TLS_CERTIFICATE names a file with a damaged certificate.");
    }

    @ParameterizedTest
    @CsvSource({
        "SIAC_DB_POOL_MIN, two",
        "SIAC_DB_POOL_MIN, -1",
        "SIAC_DB_POOL_MAX, 1",
        "SIAC_DB_POOL_MAX, 1001",
        "SIAC_DB_POOL_MAX, ''",
        "SIAC_DB_SOCKET_TIMEOUT, PT1M",
        "SIAC_DB_SOCKET_TIMEOUT, 86401",
    })
    void a_number_that_the_server_reads_first_is_refused_in_the_words_of_all_settings(String key, String value) {
        var accepted = Stream.of(DatabaseSettings.POOL_MIN, DatabaseSettings.POOL_MAX, DatabaseSettings.SOCKET_TIMEOUT)
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow()
                .accepts();

        assertThat(refused(with(key, value)))
                .isEqualTo("siac serve: %s takes %s, and is \"%s\".".formatted(key, accepted, value));
    }

    @Test
    void a_pool_does_not_keep_more_connections_than_it_may_have() {
        assertThat(refused(with("SIAC_DB_POOL_MIN", "21")))
                .isEqualTo("siac serve: SIAC_DB_POOL_MIN takes no more than SIAC_DB_POOL_MAX, which is 20,"
                        + " and is \"21\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--management-port", "--https-port"})
    void a_port_that_is_busy_where_it_listens_is_named_with_the_option_to_avoid_it(String option) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            var busy = other.getLocalPort();
            var free = LauncherProcess.freePorts();
            var ports = new Ports(
                    option.equals("--port") ? busy : free.http(),
                    option.equals("--management-port") ? busy : free.management());
            var settings = option.equals("--https-port") ? withTls() : with();

            assertThat(refused(ports, busy, settings, "--bind=" + ADDRESS, "--bind-management=" + ADDRESS))
                    .contains("port " + busy + " cannot be used", " " + option + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::1", "no-such-host.invalid"})
    void an_address_that_is_not_this_computers_is_refused(String address) {
        assertThat(refused(LauncherProcess.freePorts(), 0, with(), "--bind=" + address))
                .isEqualTo("siac serve: --bind names " + address + ", which is no IPv4 address of this computer.");
    }

    /** In one test, because a whole start takes long. WildFly's own limit is set to what no start can keep. */
    @Test
    void it_is_found_ready_where_it_listens_however_long_the_start_takes_and_warns_of_misspelt_settings() {
        var ports = LauncherProcess.freePorts();
        var settings = with(
                "SIAC_DB_URL",
                Database.another(),
                "SIAC_DB_USER",
                Database.OWNER,
                "SIAC_LIMIT_SIGN_INN",
                "1/PT1M",
                "SIAC_MCP_PAGE_SISE",
                "10",
                "SIAC_JAVA_OPTIONS",
                "-Xms64m -Xmx384m -XX:+UseSerialGC -Djboss.as.management.blocking.timeout=1");
        try (var launcher = LauncherProcess.serve(folder, ports, 0, settings, "--bind=" + ADDRESS)) {
            launcher.await("SIAC Assistant is ready.");

            assertThat(Http.visit(URI.create("http://" + ADDRESS + ":" + ports.http() + "/health"))
                            .status())
                    .isEqualTo(200);
            assertThat(launcher.stop().output().lines().filter(line -> line.contains("is no setting of this version")))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("SIAC_LIMIT_SIGN_INN"),
                            line -> assertThat(line).contains("SIAC_MCP_PAGE_SISE"));
        }
    }

    /** Another node, as it were, has begun to make the schema; and this one waits for it. */
    @Test
    void it_has_not_started_before_its_schema_is_there() throws SQLException {
        var database = Database.another();
        var ports = LauncherProcess.freePorts();
        var settings = with("SIAC_DB_URL", database, "SIAC_DB_USER", Database.OWNER);
        var started = URI.create("http://127.0.0.1:" + ports.management() + "/health/started");
        try (var node = DriverManager.getConnection(database, "postgres", "");
                var migration = node.createStatement()) {
            node.setAutoCommit(false);
            migration.execute("create table flyway_schema_history (version text)");
            try (var launcher = LauncherProcess.serve(folder, ports, 0, settings)) {
                Database.until(
                        "select exists (select from pg_stat_activity where datname = '" + node.getCatalog()
                                + "' and wait_event_type = 'Lock')",
                        "t");
                assertThat(Http.visit(started).status()).isNotEqualTo(200);

                node.rollback();
                launcher.await("SIAC Assistant is ready.");
                assertThat(Http.visit(started).status()).isEqualTo(200);
            }
        }
    }

    private String refused(Map<String, String> environment) {
        return refused(LauncherProcess.freePorts(), 0, environment);
    }

    private String refused(Ports ports, int https, Map<String, String> environment, String... more) {
        try (var launcher = LauncherProcess.serve(folder, ports, https, environment, more)) {
            launcher.await("siac serve: ");
            var ended = launcher.awaitEnd();
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            return ended.output()
                    .substring(ended.output().lastIndexOf("siac serve: "))
                    .strip();
        }
    }

    /** The same with a certificate and its key. */
    private Map<String, String> withTls() {
        var certificate = folder.resolve("certificate.pem");
        var key = folder.resolve("key.pem");
        Authority.in(folder).certify("-ext", "san=dns:one.example").write(certificate, key);
        return with("SIAC_TLS_CERTIFICATE", certificate.toString(), "SIAC_TLS_KEY", key.toString());
    }

    /** Good settings, for the database of the tests, with these changes. */
    private static Map<String, String> with(String... changes) {
        var environment = new HashMap<>(Map.of(
                "SIAC_ISSUER", "https://auth.siac.example",
                "SIAC_RESOURCE", "https://api.siac.example/mcp",
                "SIAC_ENCRYPTION_KEY", "t1LhSoJc0w4SFrR8PZk2n9yqvXbmG5uT3aEiQ7xdYHs=",
                "SIAC_DB_URL", Database.url(),
                "SIAC_DB_USER", "postgres",
                "SIAC_DB_PASSWORD", "correct horse battery"));
        for (var i = 0; i < changes.length; i += 2) {
            environment.put(changes[i], changes[i + 1]);
        }
        return environment;
    }
}
