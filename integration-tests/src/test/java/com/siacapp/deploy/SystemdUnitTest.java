package com.siacapp.deploy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/siac.service}. */
class SystemdUnitTest {

    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\w+)=(.*)$");
    private static final String UNIT = DeployFiles.text("siac.service");

    @Test
    void it_has_sections_entries_and_comments_and_nothing_else() {
        assertThat(UNIT.lines()).allMatch(line -> line.matches("|#.*|\\[(Unit|Service|Install)]|\\w+=.*"));
        assertThat(UNIT.lines().filter(line -> line.startsWith("[")))
                .containsExactly("[Unit]", "[Service]", "[Install]");
    }

    @Test
    void the_server_can_write_to_its_folder_and_gain_no_rights() {
        assertThat(entries())
                .containsEntry("User", List.of("siac"))
                .containsEntry("StateDirectory", List.of("siac"))
                .containsEntry("ProtectSystem", List.of("strict"))
                .containsEntry("ProtectHome", List.of("yes"))
                .containsEntry("PrivateTmp", List.of("yes"))
                .containsEntry("NoNewPrivileges", List.of("yes"))
                .containsEntry("CapabilityBoundingSet", List.of(""))
                .containsEntry("UMask", List.of("0077"))
                .doesNotContainKeys("ReadWritePaths", "SupplementaryGroups");
        assertThat(entries().get("ExecStart").get(0)).contains("--data=/var/lib/siac");
    }

    /** Java compiles while it runs. */
    @Test
    void java_can_run() {
        assertThat(entries()).doesNotContainEntry("MemoryDenyWriteExecute", List.of("yes"));
    }

    @Test
    void secrets_are_in_a_file_that_only_root_reads_and_not_in_the_unit() {
        assertThat(entries()).containsEntry("EnvironmentFile", List.of("/etc/siac/siac.env"));
        assertThat(entries().get("Environment")).allMatch(variable -> variable.startsWith("\"SIAC_JAVA_OPTIONS="));
    }

    @Test
    void it_is_tried_again_until_the_database_is_there_but_not_with_a_wrong_command() {
        assertThat(entries())
                .containsEntry("Restart", List.of("on-failure"))
                .containsEntry("RestartPreventExitStatus", List.of("2"))
                .containsEntry("StartLimitIntervalSec", List.of("0"));
    }

    /** systemd's own verdict, where there is systemd; the rules above hold everywhere. */
    @Test
    void systemd_understands_every_line(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "there is no systemd here");
        var unit = Files.writeString(folder.resolve("siac.service"), UNIT.replace("/opt/siac/bin/siac", "/bin/true"));
        var said = folder.resolve("said");
        var verify = new ProcessBuilder("systemd-analyze", "verify", unit.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(verify.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said)).doesNotContain("siac.service");
        assertThat(verify.exitValue()).isZero();
    }

    private static Map<String, List<String>> entries() {
        return ENTRY.matcher(UNIT)
                .results()
                .collect(groupingBy(entry -> entry.group(1), mapping(entry -> entry.group(2), toList())));
    }
}
