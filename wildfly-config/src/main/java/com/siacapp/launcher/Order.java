package com.siacapp.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.siacapp.commands.entity.Argument;
import com.siacapp.commands.entity.OperatorCommand;
import com.siacapp.signals.entity.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A command that the servers of an installation do, because the rules are theirs: it is written into the database of
 * SIAC_DB_URL, one of them answers there, and nothing of it stays. Whoever can write to that database may command.
 */
final class Order {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final int SECONDS_TO_END = 5;

    private static final JsonMapper JSON = new JsonMapper();

    private static final String GIVE = """
            insert into operator_command (id, name, arguments, created_at, expires_at)
            values (?, ?, cast(? as jsonb), now(), now() + make_interval(secs => ?))""";

    private static final String TELL = "select pg_notify(?, ?)";

    private static final String TAKE_ANSWER =
            "delete from operator_command where id = ? and answer is not null returning done, answer::text";

    /** Waits a while for a server that is at it. */
    private static final String WITHDRAW = "delete from operator_command where id = ? and answer is null";

    private final UUID id = UUID.randomUUID();
    private final OperatorCommand command;
    private final String arguments;

    private Order(OperatorCommand command, String arguments) {
        this.command = command;
        this.arguments = arguments;
    }

    /** Has it done, and prints what a server says, see {@link #give(OperatorCommand, Map)}. */
    static void show(OperatorCommand command, Map<Argument, String> arguments) {
        System.out.println(Lines.inColumns(give(command, arguments)));
    }

    /**
     * Has it done, and answers what a server says: lines of one cell, or of several that stand in columns.
     *
     * @throws LaunchException if no server does it, with the reason
     */
    static List<List<String>> give(OperatorCommand command, Map<Argument, String> arguments) {
        var order = new Order(command, json(arguments));
        try (var connection = Database.TheOperators.required(System.getenv()).connect()) {
            return order.give(connection);
        } catch (SQLException refused) {
            throw LaunchException.because("the database of SIAC_DB_URL takes no command, or lost it ("
                    + LaunchException.reason(refused) + "); the audit log tells whether it was done.");
        }
    }

    private List<List<String>> give(Connection connection) throws SQLException {
        write(connection);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = answer(connection);
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        if (isWithdrawn(connection)) {
            throw LaunchException.because("no server of this installation answered within " + PATIENCE.toSeconds()
                    + " seconds, and none will do it later.");
        }
        return answer(connection)
                .orElseThrow(() -> LaunchException.because(
                        "somebody else took the server's answer; the audit log tells what was done."));
    }

    private void write(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var row = connection.prepareStatement(GIVE);
                var signal = connection.prepareStatement(TELL)) {
            row.setObject(1, id);
            row.setString(2, command.name());
            row.setString(3, arguments);
            row.setLong(4, PATIENCE.toSeconds());
            row.executeUpdate();
            signal.setString(1, Signal.CHANNEL);
            signal.setString(2, Signal.commanded().payload());
            signal.execute();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** What a server says, if one was at it by now. */
    private Optional<List<List<String>>> answer(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE_ANSWER)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var lines = lines(rows.getString(2));
                if (!rows.getBoolean(1)) {
                    throw LaunchException.because(Lines.printable(lines.get(0).get(0)) + ".");
                }
                return Optional.of(lines);
            }
        }
    }

    private boolean isWithdrawn(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(WITHDRAW)) {
            statement.setQueryTimeout(SECONDS_TO_END);
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw LaunchException.because("interrupted; the audit log tells whether it was done.");
        }
    }

    private static String json(Map<Argument, String> arguments) {
        try {
            var json = JSON.writeValueAsString(arguments);
            if (json.getBytes(UTF_8).length > OperatorCommand.LIMIT) {
                throw LaunchException.because("what follows the command is longer than anything it can mean.");
            }
            return json;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can be written as JSON", impossible);
        }
    }

    private static List<List<String>> lines(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<List<String>>>() {});
        } catch (JsonProcessingException foreign) {
            throw LaunchException.because("the server's answer is not understood, so it is of another version.");
        }
    }
}
