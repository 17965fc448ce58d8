package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Authority;
import com.siacapp.testkit.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In production what is unsafe does not start: the command ends with 1, and its last words are a sentence for each reason. */
class ServeCommandIT {

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
        var refused = refused(with("SIAC_ISSUER", "http://auth.siac.example", "SIAC_DB_PASSWORD", "short"));

        assertThat(refused)
                .startsWith("siac serve: SIAC_ISSUER must begin with https:// in production")
                .contains("\nSIAC_DB_PASSWORD is too easily guessed")
                .hasLineCount(2);
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

    private String refused(Map<String, String> environment) {
        try (var launcher = LauncherProcess.serve(folder, 0, environment)) {
            launcher.await("siac serve: ");
            var ended = launcher.awaitEnd();
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
            return ended.output()
                    .substring(ended.output().lastIndexOf("siac serve: "))
                    .strip();
        }
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
