package com.siacapp.production;

import com.siacapp.signals.entity.Signal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Commands of an installation as anybody could write them who may write to its database.
 *
 * @param settings which have the database
 */
record Commands(Map<String, String> settings) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Written, and no server was told. */
    UUID written(String name, String arguments, String expires) {
        var id = UUID.randomUUID();
        execute("insert into operator_command (id, name, arguments, created_at, expires_at) values ('" + id + "', '"
                + name + "', '" + arguments + "', now(), now() + interval '" + expires + "')");
        return id;
    }

    /** What the servers say to it: {@code true} or {@code false} for done or not, and the lines as JSON. */
    String answer(String name, String arguments) {
        return answer(written(name, arguments, "30 seconds"));
    }

    String answer(UUID command) {
        tell();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = answerOf(command);
            if (!answer.isEmpty()) {
                return answer;
            }
        }
        throw new AssertionError("No server answered");
    }

    /** Empty, if there is none. */
    String answerOf(UUID command) {
        return value("select coalesce(max(done::text || ' ' || answer::text), '') from operator_command where id = '"
                + command + "' and answer is not null");
    }

    /** Every server looks now; returns when this installation's did. */
    void tellAndWait() {
        answer("CLIENT_LIST", "{\"SEARCH\":\"nothing is called that\"}");
    }

    private void tell() {
        execute("select pg_notify('" + Signal.CHANNEL + "', '"
                + Signal.commanded().payload() + "')");
    }

    String value(String query) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    void execute(String command) {
        try (var connection = connect()) {
            connection.createStatement().execute(command);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("SIAC_DB_URL"), settings.get("SIAC_DB_USER"), settings.get("SIAC_DB_PASSWORD"));
    }
}
