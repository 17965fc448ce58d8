package com.siacapp.benchmarks;

import com.siacapp.benchmarks.Load.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a run measured.
 *
 * @param machine in general words
 * @param undertow what no work at all costs
 * @param database lines without a server: what PostgreSQL does alone
 * @param server the lines of the server
 * @param firstStart with an empty database, on all cores
 * @param secondStart with what the first left, on all cores
 * @param residentMiB of the server after all load
 * @param builds empty if the run was not asked for them
 * @param roundTrips of one operation to the database and back, by the line's name
 */
record Figures(
        List<String> machine,
        Signatures.Speeds signatures,
        Row undertow,
        List<Row> database,
        List<Row> server,
        Duration firstStart,
        Duration secondStart,
        double residentMiB,
        Optional<Builds> builds,
        Map<String, Double> roundTrips) {

    /** One measured line. */
    record Row(String name, Measured measured) {}

    /** What the figures are compared with: a bare answer's server time, a SELECT's time, a signature's time. */
    double multipleOfUndertow(Row row) {
        return row.measured().serverMillis() / undertow.measured().serverMillis();
    }

    double multipleOfSelect(Row row) {
        return database.stream()
                .filter(line -> line.measured().clients() == 1)
                .findFirst()
                .map(select -> row.measured().serverMillis()
                        * select.measured().perSecond()
                        / Duration.ofSeconds(1).toMillis())
                .orElse(Double.NaN);
    }

    double multipleOfSignature(Row row) {
        return row.measured().serverMillis() / signatures.signatureMillis();
    }

    /** The server's time of this line with the usual number of clients; empty if it was left out. */
    Optional<Double> serverMillis(String line, int clients) {
        return server.stream()
                .filter(row -> row.name().equals(line) && row.measured().clients() == clients)
                .map(row -> row.measured().serverMillis())
                .findFirst();
    }

    boolean isFreeOfErrors() {
        return Stream.of(List.of(undertow), database, server)
                .flatMap(List::stream)
                .allMatch(row -> row.measured().errors() == 0 && row.measured().operations() > 0);
    }
}
