package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.launcher.LauncherProcess;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands wait in the database for a server: one does them, once, and while somebody waits for the answer. */
@ExtendWith(InProduction.class)
class WaitingCommandsIT {

    private final Production production;
    private final Commands commands;
    private final Company company = new Company("Café", new Staff("Olga", Production.FOUNDER));

    WaitingCommandsIT(Production production) {
        this.production = production;
        commands = new Commands(production.settings());
    }

    @Test
    void a_command_that_this_version_does_not_know_changes_nothing_and_is_told_so() {
        assertThat(commands.answer("USER_PROMOTE", "{\"EMAIL\":\"" + Production.FOUNDER + "\"}"))
                .startsWith("false ")
                .contains("of another version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"EMAIL\": \" \"}",
                "{\"EMAIL\": null}",
                "{\"EMAIL\": {\"a\": [\"olga@company.siac.test\"]}}",
                "{\"email\": \"olga@company.siac.test\"}"
            })
    void a_command_that_lacks_its_argument_does_nothing(String arguments) {
        assertThat(commands.answer("USER_DISABLE", arguments))
                .startsWith("false ")
                .contains("lacks its EMAIL");
        assertThat(production.visited(company.administrator()::canSignIn)).isTrue();
    }

    @Test
    void what_is_too_long_is_taken_by_neither_the_program_nor_the_database() {
        var long4k = "x".repeat(4100);

        assertThat(production.refused("user", "disable", long4k))
                .contains("longer than anything it can mean")
                .doesNotContain(long4k);
        assertThatThrownBy(() -> commands.written("USER_DISABLE", "{\"EMAIL\":\"" + long4k + "\"}", "10 seconds"))
                .hasMessageContaining("operator_command_arguments_check");
        assertThatThrownBy(() -> commands.written("KEYS_ROTATE", "[]", "10 seconds"))
                .hasMessageContaining("operator_command_arguments_check");
        assertThatThrownBy(() -> commands.written("KEYS_ROTATE", "{}", "10 days"))
                .hasMessageContaining("operator_command_check");
    }

    @Test
    void what_another_node_is_at_or_has_done_is_not_done_again() throws Exception {
        var person = hired();
        var command = commands.written("USER_DISABLE", "{\"EMAIL\":\"" + person.email() + "\"}", "30 seconds");
        try (var other = commands.connect()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select * from operator_command where id = '" + command + "' for update");
            commands.tellAndWait();
            assertThat(commands.answerOf(command))
                    .as("while the other is at it")
                    .isEmpty();
            other.createStatement()
                    .execute("update operator_command set done = true, answer = '[[\"by another\"]]' where id = '"
                            + command + "'");
            other.commit();
        }
        commands.tellAndWait();

        assertThat(commands.answerOf(command)).isEqualTo("true [[\"by another\"]]");
        assertThat(canSignIn(person)).isTrue();
    }

    @Test
    void a_command_that_nobody_waits_for_any_more_is_not_done() {
        var person = hired();
        var command = commands.written("USER_DISABLE", "{\"EMAIL\":\"" + person.email() + "\"}", "0 seconds");
        commands.tellAndWait();

        assertThat(commands.answerOf(command)).isEmpty();
        assertThat(canSignIn(person)).isTrue();
    }

    @Test
    void without_a_server_a_command_is_withdrawn_after_a_while(@TempDir Path folder) throws IOException {
        var file = folder.resolve("siac.zip").toString();
        production.command("backup", file);
        var settings = new HashMap<>(production.settings());
        settings.put("SIAC_DB_URL", Database.another());
        assertThat(LauncherProcess.command(settings, "restore", file).exitCode())
                .isZero();
        var commandsHere = new Commands(settings);
        var before = commandsHere.value("select count(*) from operator_command");

        assertThat(Production.sentence(LauncherProcess.command(settings, "keys", "rotate")))
                .isEqualTo(
                        "siac keys rotate: no server of this installation answered within 15 seconds, and none will do it later.");
        assertThat(commandsHere.value("select count(*) from operator_command")).isEqualTo(before);
    }

    @Test
    void nothing_of_a_command_stays_when_it_was_answered() {
        production.done("keys", "list");
        production.refused("keys", "retire", "nonsense");

        assertThat(commands.value("select count(*) from operator_command where name in ('KEYS_LIST', 'KEYS_RETIRE')"))
                .isEqualTo("0");
    }

    private Staff hired() {
        return production.visited(() -> company.hire("AUTHOR", "Julia " + UUID.randomUUID()));
    }

    private boolean canSignIn(Staff person) {
        return production.visited(person::canSignIn);
    }
}
