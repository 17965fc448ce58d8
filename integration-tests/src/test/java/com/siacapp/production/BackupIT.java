package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.LauncherProcess;
import com.siacapp.launcher.LauncherProcess.Ended;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was written by backup is, after restore, as good as it was. */
@ExtendWith(InProduction.class)
class BackupIT {

    @TempDir
    private Path folder;

    private final Production production;

    BackupIT(Production production) {
        this.production = production;
    }

    @Test
    void after_a_restore_people_sign_in_and_clients_refresh_with_the_tokens_they_have() throws IOException {
        var client = production.visited(OAuthClient::registered);
        var tokens = production.visited(() -> client.tokensFor(signedIn(), "siac.templates.read", "offline_access"));
        var file = backup();

        var database = Database.another();
        restored(database, file);
        try (var again = production.on(database)) {
            var refreshed = again.visited(() -> Tokens.of(client.refresh(tokens.refresh())));
            assertThat(again.visited(refreshed::areGood)).isTrue();
            assertThat(again.visited(() -> client.refresh(refreshed.refresh())).status())
                    .isEqualTo(200);
            assertThat(again.visited(BackupIT::signedIn).cookies()).isNotEmpty();
            assertThat(again.command("setup-link").output()).contains("somebody already is the operator");
        }
    }

    @Test
    void only_its_owner_can_read_a_backup_and_it_replaces_no_other() throws IOException {
        var file = backup();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(production.command("backup", file.toString()).output())
                .contains("siac backup: the file " + file + " is there already");
    }

    @Test
    void a_database_that_is_not_empty_is_not_touched() throws IOException {
        var refused = production.command("restore", backup().toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("siac restore: the database of SIAC_DB_URL is not empty");
    }

    @Test
    void a_damaged_backup_restores_nothing() throws IOException {
        var file = backup();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var database = Database.another();
        var refused = restore(database, file);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("siac restore: ");
        restored(database, backup());
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("holiday.jpg"), "a picture");

        var refused = production.command("restore", file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("siac restore: ").doesNotContain("\tat ");
    }

    private Path backup() throws IOException {
        var file = Files.createTempDirectory(folder, "backup-").resolve("siac.zip");
        var ended = production.command("backup", file.toString());
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return file;
    }

    private void restored(String database, Path file) {
        var ended = restore(database, file);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    private Ended restore(String database, Path file) {
        var settings = new HashMap<>(production.settings());
        settings.put("SIAC_DB_URL", database);
        return LauncherProcess.command(settings, "restore", file.toString());
    }

    private static Browser signedIn() {
        var browser = new Browser();
        assertThat(browser.signIn(Production.FOUNDER, Link.GOOD_PASSWORD).status())
                .isEqualTo(303);
        return browser;
    }
}
