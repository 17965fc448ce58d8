package com.siacapp.testkit;

import com.siacapp.signals.entity.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Another node of the installation, as far as signals go: a connection of its own to the same database. */
public final class OtherNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;

    public OtherNode() {
        try {
            connection = TestServer.database().getConnection();
            execute("listen " + Signal.CHANNEL);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Everything it hears up to this. */
    public List<Signal> until(Signal wanted) {
        try {
            var patience = System.nanoTime() + PATIENCE.toNanos();
            var heard = new ArrayList<Signal>();
            while (System.nanoTime() < patience) {
                for (var notification : connection.unwrap(PGConnection.class).getNotifications(1000)) {
                    heard.add(Signal.of(notification.getParameter()).orElseThrow());
                }
                if (heard.contains(wanted)) {
                    return heard;
                }
            }
            throw new AssertionError("It was not heard; others were: " + heard);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    public void says(Signal signal) {
        says(signal.payload());
    }

    /** Whatever a node of another version may say. */
    public void says(String payload) {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, Signal.CHANNEL);
            statement.setString(2, payload);
            statement.execute();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }
}
