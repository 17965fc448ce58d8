package com.siacapp.launcher;

import com.siacapp.launcher.BackupFile.Contents;
import com.siacapp.launcher.BackupFile.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Fills an empty database with what a backup has: all of it, or nothing. */
@Command(
        name = "restore",
        description = {
            "Fills an empty database with what a backup has; then start the server with the encryption key of then.",
            "The database is that of SIAC_DB_URL, SIAC_DB_USER and SIAC_DB_PASSWORD."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Runnable {

    private static final String TABLES_THERE =
            "select count(*) from information_schema.tables where table_schema = current_schema";

    private static final String FOREIGN_KEYS = """
            select format('alter table %I drop constraint %I', relname, conname),
                   format('alter table %I add constraint %I %s', relname, conname, pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_class on pg_class.oid = conrelid
            where contype = 'f' and connamespace = current_schema::regnamespace""";

    /** Numbers that are drawn next are greater than those that are there. */
    private static final String SEQUENCES = """
            select format('select setval(%L, coalesce((select max(%I) from %I), 1))',
                          pg_get_serial_sequence(quote_ident(table_name), column_name), column_name, table_name)
            from information_schema.columns
            where table_schema = current_schema and is_identity = 'YES'""";

    @Parameters(paramLabel = "FILE", description = "The file that backup wrote.")
    private Path file = Path.of("");

    @Override
    public void run() {
        var database = Database.TheOperators.required(System.getenv());
        var backup = new BackupFile(file);
        try (var connection = database.connect()) {
            var contents = backup.verified();
            requireEmpty(connection);
            makeTables(database, contents.schema());
            connection.setAutoCommit(false);
            load(connection, backup, contents);
            connection.commit();
            System.out.printf(
                    "%nRestored: %s, made at %s (%d rows of %d tables). Start the server with the SIAC_ENCRYPTION_KEY of"
                            + " then.%n%n",
                    file,
                    contents.made(),
                    contents.tables().stream().mapToLong(Table::rows).sum(),
                    contents.tables().size());
        } catch (SQLException | IOException | FlywayException refused) {
            throw LaunchException.because("nothing was restored from " + file + " (" + LaunchException.reason(refused)
                    + "); begin again with an empty database.");
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES_THERE)) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw LaunchException.because("the database of SIAC_DB_URL is not empty; give it an empty one.");
            }
        }
    }

    /** The tables of then: the server brings them to its own version when it starts. */
    private static void makeTables(Database.TheOperators database, String schema) {
        var migrations = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(schema))
                .load();
        var isKnown = List.of(migrations.info().all()).stream()
                .anyMatch(migration -> MigrationVersion.fromVersion(schema).equals(migration.getVersion()));
        if (!isKnown) {
            throw LaunchException.because("the backup is of a newer version (schema " + schema
                    + "); restore it with the program it was made with, or a newer one.");
        }
        migrations.migrate();
    }

    /** References are looked at when all rows are there, whatever the order they came in. */
    private static void load(Connection connection, BackupFile backup, Contents contents)
            throws SQLException, IOException {
        var dropping = new ArrayList<String>();
        var adding = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(FOREIGN_KEYS)) {
            while (rows.next()) {
                dropping.add(rows.getString(1));
                adding.add(rows.getString(2));
            }
        }
        execute(connection, dropping);
        backup.forEach(contents, (table, rows) -> copy(connection, table, rows));
        execute(connection, adding);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                execute(connection, List.of(rows.getString(1)));
            }
        }
    }

    private static void execute(Connection connection, List<String> commands) throws SQLException {
        for (var command : commands) {
            try (var statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }

    private static void copy(Connection connection, Table table, InputStream rows) throws IOException {
        try {
            var loaded = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.name(), BackupCommand.columns(table)), rows);
            if (loaded != table.rows()) {
                throw new IOException("table %s has %d rows and not %d".formatted(table.name(), loaded, table.rows()));
            }
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }
}
