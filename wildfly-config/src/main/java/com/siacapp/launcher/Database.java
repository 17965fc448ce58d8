package com.siacapp.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database the server will use: the operator's where SIAC_DB_URL is set, else a PostgreSQL of our own. */
interface Database extends AutoCloseable {

    String URL = "SIAC_DB_URL";
    String USER = "SIAC_DB_USER";
    String PASSWORD = "SIAC_DB_PASSWORD";

    /** The server's environment variables that name this database. */
    Map<String, String> environment();

    @Override
    void close();

    static Database start(Map<String, String> environment, Path folder) {
        return environment.containsKey(URL) ? TheOperators.of(environment) : Embedded.start(folder);
    }

    /** Somebody else's database: tried before the server starts, never stopped. */
    record TheOperators(Map<String, String> environment) implements Database {

        /** The one that the environment names, as the server has it. */
        static TheOperators required(Map<String, String> environment) {
            if (environment.getOrDefault(URL, "").isBlank()) {
                throw LaunchException.because(URL + " is not set; it must be the one the server runs with.");
            }
            return of(environment);
        }

        static TheOperators of(Map<String, String> environment) {
            var url = environment.getOrDefault(URL, "");
            try {
                DriverManager.getDriver(url);
            } catch (SQLException notPostgres) {
                throw LaunchException.because(
                        "SIAC_DB_URL must look like jdbc:postgresql://host:5432/database; only PostgreSQL is supported.");
            }
            var user = environment.getOrDefault(USER, "siac");
            var password = environment.getOrDefault(PASSWORD, "");
            try (var connection = DriverManager.getConnection(url, user, password)) {
                connection.isValid((int) Duration.ofSeconds(5).toSeconds());
                return new TheOperators(
                        password.isEmpty()
                                ? Map.of(URL, url, USER, user)
                                : Map.of(URL, url, USER, user, PASSWORD, password));
            } catch (SQLException refused) {
                throw LaunchException.because("the database of SIAC_DB_URL cannot be reached as user " + user + " ("
                        + LaunchException.reason(refused) + ").");
            }
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url(), user(), password());
        }

        String url() {
            return environment.getOrDefault(URL, "");
        }

        String user() {
            return environment.getOrDefault(USER, "siac");
        }

        String password() {
            return environment.getOrDefault(PASSWORD, "");
        }

        @Override
        public void close() {}
    }

    /** Real PostgreSQL from Maven-provided binaries, reachable from this computer only, its data kept in the folder. */
    record Embedded(EmbeddedPostgres postgres) implements Database {

        private static final Pattern WHY = Pattern.compile("(?:error|FATAL): +(.+?)\\.?$");

        static Embedded start(Path folder) {
            var log = folder.resolveSibling("postgres.log");
            try {
                Files.deleteIfExists(log);
                return new Embedded(EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .setPGStartupWait(Duration.ofMinutes(1))
                        // Else it would stop at once on Ctrl-C, before the server that uses it.
                        .setRegisterShutdownHook(false)
                        .setServerConfig("listen_addresses", "localhost")
                        // Else a trial that lasts could lose what it holds with the machine.
                        .setServerConfig("fsync", "on")
                        .start());
            } catch (IOException | RuntimeException refused) {
                throw LaunchException.because("PostgreSQL does not start in " + folder + " ("
                        + inItsOwnWords(log).orElseGet(() -> LaunchException.reason(refused))
                        + "); check that you may write there and run programs from the temporary folder, or set"
                        + " SIAC_DB_URL to a database of your own.");
            }
        }

        private static Optional<String> inItsOwnWords(Path log) {
            try (var lines = Files.lines(log)) {
                return lines.map(WHY::matcher)
                        .filter(Matcher::find)
                        .map(why -> why.group(1))
                        .findFirst();
            } catch (IOException saidNothing) {
                return Optional.empty();
            }
        }

        @Override
        public Map<String, String> environment() {
            return Map.of(URL, postgres.getJdbcUrl("postgres", "postgres"), USER, "postgres");
        }

        @Override
        public void close() {
            try {
                postgres.close();
            } catch (IOException stillRunning) {
                System.err.println("PostgreSQL did not stop: " + LaunchException.reason(stillRunning));
            }
        }
    }
}
