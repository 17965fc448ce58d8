package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is secret stays so, whosever the folder is. */
class DataFolderTest {

    /** Where every program of a Linux may write. */
    private static final Path SHARED = Path.of("/dev/shm");

    @TempDir
    private Path folder;

    @Test
    void a_file_that_others_could_read_is_its_owners_alone_once_it_has_a_secret() throws IOException {
        var file = Files.createFile(folder.resolve("demo.properties"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        try (var data = DataFolder.open(folder)) {
            assertThat(Files.readString(file)).doesNotContain("admin.password");
            assertThat(data.demoPassword("admin")).isNotEmpty();
        }

        assertThat(Files.readString(file)).contains("admin.password");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_folder_of_ours_is_for_nobody_else() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (var data = DataFolder.open(folder)) {
            assertThat(data.server().getParent()).isEqualTo(folder);
        }

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /** As a container's volume may be. */
    @Test
    void a_folder_of_somebody_elses_is_used_as_it_is() throws IOException {
        assumeTrue(Files.isWritable(SHARED), "there is no such folder here");
        assumeFalse(Files.getOwner(SHARED).equals(Files.getOwner(folder)), "these tests run as its owner");
        var before = Files.getPosixFilePermissions(SHARED);

        try (var data = DataFolder.open(SHARED)) {
            assertThat(data.server().getParent()).isEqualTo(SHARED);
        } finally {
            Files.deleteIfExists(SHARED.resolve("lock"));
        }

        assertThat(Files.getPosixFilePermissions(SHARED)).isEqualTo(before);
    }
}
