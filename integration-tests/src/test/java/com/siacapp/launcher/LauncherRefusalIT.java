package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot start says why, in one sentence, and leaves nothing running. */
class LauncherRefusalIT {

    @TempDir(factory = BelowTarget.class)
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--management-port"})
    void a_busy_port_is_named_with_the_option_that_avoids_it(String option) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var free = LauncherProcess.freePorts();
            var ports = option.equals("--port")
                    ? new Ports(other.getLocalPort(), free.management())
                    : new Ports(free.http(), other.getLocalPort());

            assertThat(refusal(folder, ports, Map.of()))
                    .contains("port " + other.getLocalPort() + " cannot be used", option + ".");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost:1/siac, Connection refused",
        "jdbc:postgresql://no-such-host.invalid/siac, no-such-host.invalid",
    })
    void a_database_that_cannot_be_reached_is_refused_before_the_server_starts(String url, String reason) {
        assertThat(refusal(Map.of("SIAC_DB_URL", url, "SIAC_DB_PASSWORD", "not-to-be-printed")))
                .contains("the database of SIAC_DB_URL cannot be reached", reason)
                .doesNotContain("not-to-be-printed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/siac?password=not-to-be-printed",
                "jdbc:postgresql://localhost:port/siac?password=not-to-be-printed",
                "postgres://siac:not-to-be-printed@localhost/siac",
                "",
            })
    void an_address_that_is_no_postgresql_url_is_answered_with_what_one_looks_like(String url) {
        assertThat(refusal(Map.of("SIAC_DB_URL", url)))
                .contains("SIAC_DB_URL must look like jdbc:postgresql://")
                .doesNotContain("not-to-be-printed");
    }

    @Test
    void a_file_in_the_place_of_postgresqls_data_is_refused() throws IOException {
        Files.createFile(folder.resolve("postgres"));

        assertThat(refusal(Map.of())).contains("PostgreSQL does not start in " + folder.resolve("postgres"));
    }

    @Test
    void foreign_files_among_postgresqls_data_are_refused_in_its_own_words() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("postgres")).resolve("holiday.jpg"));

        assertThat(refusal(Map.of()))
                .contains("PostgreSQL does not start in " + folder.resolve("postgres"), "exists but is not empty");
    }

    @Test
    void a_data_folder_that_is_a_file_is_refused() throws IOException {
        var file = Files.createFile(folder.resolve("data"));

        assertThat(refusal(file, LauncherProcess.freePorts(), Map.of()))
                .contains("the data folder " + file + " cannot be used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets.properties", "demo.properties"})
    void a_secret_that_cannot_be_read_is_refused_and_postgresql_stopped(String name) throws IOException {
        Files.createDirectory(folder.resolve(name));

        assertThat(refusal(Map.of())).contains("the file " + folder.resolve(name) + " cannot be used");
        assertThat(folder.resolve("postgres/PG_VERSION")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIAC_ISSUER", "SIAC_DB_URL"})
    void a_setup_link_needs_to_know_its_installation(String missing) {
        var environment = new HashMap<>(Map.of(
                "SIAC_ISSUER", "https://auth.siac.example", "SIAC_DB_URL", "jdbc:postgresql://localhost:1/siac"));
        environment.remove(missing);
        assertThat(OneSentence.of(LauncherProcess.command(environment, "setup-link")))
                .contains(missing + " is not set");
    }

    private String refusal(Map<String, String> environment) {
        return refusal(folder, LauncherProcess.freePorts(), environment);
    }

    private static String refusal(Path data, Ports ports, Map<String, String> environment) {
        try (var launcher = LauncherProcess.start(data, ports, environment)) {
            var sentence = OneSentence.of(launcher.awaitEnd());
            assertThat(launcher.data().postmaster()).as("PostgreSQL").isEmpty();
            return sentence;
        }
    }
}
