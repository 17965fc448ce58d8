package com.siacapp.launcher;

import com.siacapp.launcher.BackupFile.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all rows of an installation, as they are at one moment, to a file; the server may go on meanwhile. */
@Command(
        name = "backup",
        description = {
            "Writes everything of an installation but its encryption key to a file.",
            "The database is that of SIAC_DB_URL, SIAC_DB_USER and SIAC_DB_PASSWORD; the server may run."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Runnable {

    /** Of each table in the order of names, the columns in their own order; what the database computes is left out. */
    private static final String TABLES = """
            select table_name, string_agg(quote_ident(column_name), ',' order by ordinal_position)
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = current_schema and table_type = 'BASE TABLE' and is_generated = 'NEVER'
              and table_name <> 'flyway_schema_history'
            group by table_name order by table_name""";

    private static final String SCHEMA =
            "select version from flyway_schema_history where success order by installed_rank desc limit 1";

    @Parameters(paramLabel = "FILE", description = "The file to write, which must not be there yet.")
    private Path file = Path.of("");

    @Override
    public void run() {
        var database = Database.TheOperators.required(System.getenv());
        try (var connection = database.connect();
                var backup = new BackupFile(file).write()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var schema = schema(connection);
            var tables = new ArrayList<Table>();
            for (var table : tables(connection)) {
                tables.add(backup.add(table.name(), table.columns(), rows -> copy(connection, table, rows)));
            }
            backup.finish(
                    schema,
                    Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                    tables);
            System.out.printf(
                    "%nWritten: %s (%d rows of %d tables). Keep SIAC_ENCRYPTION_KEY with it, in another place: without that"
                            + " key it is of no use.%n%n",
                    file, tables.stream().mapToLong(Table::rows).sum(), tables.size());
        } catch (SQLException | IOException refused) {
            throw LaunchException.because("no backup was written (" + LaunchException.reason(refused) + ").");
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SCHEMA)) {
            if (!rows.next()) {
                throw LaunchException.because("the database of SIAC_DB_URL is empty.");
            }
            return rows.getString(1);
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(
                        new Table(rows.getString(1), List.of(rows.getString(2).split(",", -1)), 0, ""));
            }
        }
        return tables;
    }

    private static long copy(Connection connection, Table table, OutputStream out) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select %s from %s) to stdout".formatted(columns(table), table.name()), out);
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    static String columns(Table table) {
        return table.columns().stream().collect(Collectors.joining(","));
    }
}
