package com.siacapp.signals.control;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.siacapp.signals.entity.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Listens on one connection until it is stopped, and hands on what it hears. When the connection breaks it takes another,
 * after pauses that grow. Whenever it begins to listen, it first hands on {@link Signal#MISSED}.
 */
public final class Listening implements Runnable {

    private static final Logger LOG = Logger.getLogger(Listening.class);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** How long a silent connection is believed to be alive, and how long stopping takes at most. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource database;
    private final Consumer<Signal> heard;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Duration pause = FIRST_PAUSE;
    private boolean failing;
    private volatile boolean listening;

    public Listening(DataSource database, Consumer<Signal> heard) {
        this.database = database;
        this.heard = heard;
    }

    /** Whether every signal that is sent now will be heard. */
    public boolean isListening() {
        return listening;
    }

    /** Makes {@link #run} return soon. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        do {
            try (var connection = database.getConnection()) {
                begin(connection);
                hear(connection);
                end(connection);
            } catch (SQLException | RuntimeException | Error broken) {
                lost(broken);
            }
        } while (!isStoppedAfterPause());
    }

    private void begin(Connection connection) throws SQLException {
        execute(connection, "listen " + Signal.CHANNEL);
        listening = true;
        if (failing) {
            LOG.info("Signals of other nodes are heard again.");
        }
        failing = false;
        pause = FIRST_PAUSE;
        heard.accept(Signal.MISSED);
    }

    private void hear(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (!isStopped()) {
            var notifications = postgres.getNotifications(Math.toIntExact(SILENCE.toMillis()));
            for (var notification : notifications) {
                Signal.of(notification.getParameter()).ifPresent(heard);
            }
            // A connection whose other end is gone without a word is silent, too.
            if (notifications.length == 0 && !connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("The database does not answer");
            }
        }
    }

    /** The connection goes back to the server, which may give it to another deployment. */
    private void end(Connection connection) throws SQLException {
        listening = false;
        execute(connection, "unlisten *");
    }

    private void lost(Throwable broken) {
        listening = false;
        if (!failing && !isStopped()) {
            LOG.warn("Signals of other nodes are not heard until the database can be reached again.", broken);
        }
        failing = true;
    }

    private boolean isStoppedAfterPause() {
        try {
            var isStopped = stopped.await(pause.toMillis(), MILLISECONDS);
            pause = afterPause(pause);
            return isStopped;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    static Duration afterPause(Duration pause) {
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
