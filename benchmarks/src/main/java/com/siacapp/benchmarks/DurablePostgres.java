package com.siacapp.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A PostgreSQL of this run's own that keeps what it promised to keep, unlike one that is started for tests. */
final class DurablePostgres implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** A statement in its log. */
    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}(?:execute [^:]+|statement): (.*)");

    /** Travels with the statement that follows. */
    private static final String BEGIN = "BEGIN";

    private static final List<String> OURS = List.of("alter system", "select pg_reload_conf");
    private static final int TO_HEAR_OF_IT_MILLIS = 1000;

    private final EmbeddedPostgres postgres;
    private final Path log;
    private final long pid;

    private DurablePostgres(EmbeddedPostgres postgres, Path log, long pid) {
        this.postgres = postgres;
        this.log = log;
        this.pid = pid;
    }

    static DurablePostgres start(Path work) throws IOException, SQLException {
        var folder = work.resolve("postgres");
        var log = work.resolve("postgres.log");
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        var postgres = builder.start();
        var pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        var started = new DurablePostgres(postgres, log, pid);
        started.requireDurable();
        return started;
    }

    private void requireDurable() throws SQLException {
        for (var setting : DURABLE) {
            if (!ask("show " + setting).equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + " off");
            }
        }
    }

    /** Of its first process. */
    long pid() {
        return pid;
    }

    String version() throws SQLException {
        return ask("show server_version");
    }

    /** The server's variables that name it. */
    Map<String, String> environment() {
        return Map.of("SIAC_DB_URL", postgres.getJdbcUrl("postgres", "postgres"), "SIAC_DB_USER", "postgres");
    }

    /** Who asks for nothing but a number. */
    Operation selecting() throws SQLException {
        return repeating("select 1");
    }

    /** Who adds a row and commits it. */
    Operation committing() throws SQLException {
        // Elsewhere than in the schema of the product, which must be empty before its first start.
        ask("create schema if not exists alone");
        ask("create table if not exists alone.committed (at timestamptz not null)");
        return repeating("insert into alone.committed values (now()) returning 1");
    }

    private Operation repeating(String sql) throws SQLException {
        var connection = connect();
        var statement = connection.prepareStatement(sql);
        return new Repeated(connection, statement);
    }

    private record Repeated(Connection connection, PreparedStatement statement) implements Operation {

        @Override
        public void run() throws SQLException {
            try (var rows = statement.executeQuery()) {
                if (!rows.next() || rows.getInt(1) != 1) {
                    throw new SQLException("1 is something else");
                }
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException broken) {
                throw new IOException(broken);
            }
        }
    }

    /**
     * How often the server goes to the database and back for this, on the average of some times. A transaction begins with its
     * first statement; its commit is a way of its own.
     *
     * @param tries of which the least counts: the server asks by itself, too, every now and then
     */
    double roundTrips(Operation operation, int times, int tries) throws Exception {
        ask("alter system set log_statement = 'all'");
        ask("select pg_reload_conf()");
        TimeUnit.MILLISECONDS.sleep(TO_HEAR_OF_IT_MILLIS);
        var least = Long.MAX_VALUE;
        for (var attempt = 0; attempt < tries; attempt++) {
            var before = statements();
            for (var i = 0; i < times; i++) {
                operation.run();
            }
            least = Math.min(least, statements() - before);
        }
        ask("alter system reset log_statement");
        ask("select pg_reload_conf()");
        return least / (double) times;
    }

    private long statements() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(STATEMENT::matcher)
                    .filter(matcher -> matcher.find())
                    .map(matcher -> matcher.group(1).strip())
                    .filter(sql -> !sql.equals(BEGIN) && OURS.stream().noneMatch(sql::startsWith))
                    .count();
        }
    }

    private Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private String ask(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
