package com.siacapp.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.benchmarks.Figures.Row;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The figures, for people and for programs. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MEDIAN = 50;
    private static final double NEARLY_ALL = 99;
    private static final double PERCENT = 100;

    private static final String HEADING = "%-30s %7s %9s %8s %8s %9s %9s %9s %5s %7s %7s %7s %6s %7s %6s%n"
            .formatted(
                    "",
                    "clients",
                    "per s",
                    "p50 ms",
                    "p99 ms",
                    "server",
                    "database",
                    "driver",
                    "trips",
                    "x bare",
                    "x SQL",
                    "x sign",
                    "idle %",
                    "others %",
                    "errors");

    private final Figures figures;

    Report(Figures figures) {
        this.figures = figures;
    }

    void print(PrintStream out) {
        figures.machine().forEach(out::println);
        out.println();
        out.println("Signatures and verifications a second, one thread, by "
                + figures.signatures().provider() + ":");
        figures.signatures()
                .perSecond()
                .forEach((name, perSecond) -> out.printf(Locale.ROOT, "  %-22s %9.0f%n", name, perSecond));
        out.println("""

                server, database, driver: milliseconds of CPU for one operation, which are seconds for a thousand.
                trips: to the database and back, for one operation.
                x bare, x SQL, x sign: the server's, as a multiple of a bare Undertow's, of the time of a SELECT 1 by one
                client, and of the time of an ES256 signature. idle, others: of the machine's cores, while it was measured.
                """);
        out.print(HEADING);
        printPlain(out, figures.undertow());
        figures.database().forEach(row -> printPlain(out, row));
        figures.server()
                .forEach(row -> print(
                        out,
                        row,
                        multiple(figures.roundTrips().getOrDefault(row.name(), Double.NaN)),
                        multiple(figures.multipleOfUndertow(row)),
                        multiple(figures.multipleOfSelect(row)),
                        multiple(figures.multipleOfSignature(row))));
        out.printf(
                Locale.ROOT,
                "%nReady after %.1f s with an empty database, %.1f s with a known one; %.0f MiB resident after load.%n%n",
                figures.firstStart().toMillis() / 1000.0,
                figures.secondStart().toMillis() / 1000.0,
                figures.residentMiB());
        Target.of(figures)
                .forEach(target -> out.printf(
                        Locale.ROOT,
                        "%-8s %-30s %8s of at most %6.2f %s%n",
                        target.verdict(),
                        target.what(),
                        target.measured().map(value -> "%.3f".formatted(value)).orElse("-"),
                        target.limit(),
                        target.unit()));
        errors().forEach(out::println);
    }

    private static void printPlain(PrintStream out, Row row) {
        print(out, row, "", "", "", "");
    }

    private static void print(
            PrintStream out, Row row, String trips, String ofUndertow, String ofSelect, String ofSignature) {
        var measured = row.measured();
        out.printf(
                Locale.ROOT,
                "%-30s %7d %9.0f %8.2f %8.2f %9.4f %9.4f %9.4f %5s %7s %7s %7s %6.0f %7.0f %6d%n",
                row.name(),
                measured.clients(),
                measured.perSecond(),
                measured.percentileMillis(MEDIAN),
                measured.percentileMillis(NEARLY_ALL),
                measured.serverMillis(),
                measured.databaseMillis(),
                measured.driverMillis(),
                trips,
                ofUndertow,
                ofSelect,
                ofSignature,
                measured.usage().idleShare() * PERCENT,
                measured.usage().othersShare() * PERCENT,
                measured.errors());
    }

    private static String multiple(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private List<String> errors() {
        return figures.server().stream()
                .flatMap(row ->
                        row.measured().firstError().stream().map(error -> "%n%s: %s".formatted(row.name(), error)))
                .toList();
    }

    void write(Path file) throws IOException {
        var json = JSON.createObjectNode();
        figures.machine().forEach(json.putArray("machine")::add);
        var signatures = json.putObject("signatures")
                .put("provider", figures.signatures().provider());
        figures.signatures().perSecond().forEach(signatures::put);
        var lines = json.putArray("lines");
        lines.add(line(figures.undertow()));
        figures.database().forEach(row -> lines.add(line(row)));
        figures.server()
                .forEach(row -> lines.add(line(row)
                        .put("roundTrips", figures.roundTrips().get(row.name()))
                        .put("timesUndertow", figures.multipleOfUndertow(row))
                        .put("timesSelect", figures.multipleOfSelect(row))
                        .put("timesSignature", figures.multipleOfSignature(row))));
        json.put("firstStartMillis", figures.firstStart().toMillis());
        json.put("secondStartMillis", figures.secondStart().toMillis());
        json.put("residentMiB", figures.residentMiB());
        var targets = json.putArray("targets");
        Target.of(figures).forEach(target -> {
            var entry = targets.addObject()
                    .put("what", target.what())
                    .put("unit", target.unit())
                    .put("limit", target.limit())
                    .put("verdict", target.verdict());
            target.measured().ifPresent(value -> entry.put("measured", value));
        });
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }

    private static ObjectNode line(Row row) {
        var measured = row.measured();
        return JSON.createObjectNode()
                .put("name", row.name())
                .put("clients", measured.clients())
                .put("operations", measured.operations())
                .put("seconds", measured.usage().elapsed() / 1000)
                .put("perSecond", measured.perSecond())
                .put("p50Millis", measured.percentileMillis(MEDIAN))
                .put("p99Millis", measured.percentileMillis(NEARLY_ALL))
                .put("serverMillisEach", measured.serverMillis())
                .put("databaseMillisEach", measured.databaseMillis())
                .put("driverMillisEach", measured.driverMillis())
                .put("idleShare", measured.usage().idleShare())
                .put("othersShare", measured.usage().othersShare())
                .put("errors", measured.errors());
    }
}
