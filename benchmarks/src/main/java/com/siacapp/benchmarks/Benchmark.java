package com.siacapp.benchmarks;

import com.siacapp.benchmarks.Figures.Row;
import com.siacapp.benchmarks.Lines.Line;
import com.siacapp.benchmarks.Usage.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures everything in one run. Ends with 1 when a target is missed or an answer was wrong. */
public final class Benchmark {

    private static final List<Integer> CLIENTS_OF_DATABASE = List.of(1, 16);
    private static final int CLIENTS_OF_UNDERTOW = 16;
    private static final int COUNTED = 20;
    private static final int TRIES = 3;

    /** What a token costs falls until the sixth: its code is compiled a part at a time, as it turns out to be hot. */
    private static final int ROUNDS_OF_WARM_UP = 6;

    /** Once all is warm. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Options options;

    /** Of the machine: read before this process gets one of them. */
    private final int cores = Runtime.getRuntime().availableProcessors();

    private Benchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        var options = Options.read();
        prepare(options.work());
        var builds = Builds.measure(options);
        var benchmark = new Benchmark(options);
        options.moveDriver();
        var figures = benchmark.measure(builds);
        var report = new Report(figures);
        report.print(System.out);
        var file = options.work().resolve("benchmark.json");
        report.write(file);
        System.out.println("\nAlso in " + file);
        var isGood = figures.isFreeOfErrors() && Target.of(figures).stream().noneMatch(Target::isMissed);
        System.exit(isGood ? 0 : 1);
    }

    private Figures measure(Optional<Builds> builds) throws Exception {
        say("signatures");
        var signatures = Signatures.inAProcessOfItsOwn(options);
        say("bare Undertow");
        var undertow = new Row("bare Undertow", BareUndertow.measure(options, CLIENTS_OF_UNDERTOW));
        try (var database = DurablePostgres.start(options.work())) {
            var alone = databaseAlone(database);
            say("first start");
            var first = timeOfStart(database);
            say("second start");
            var second = timeOfStart(database);
            say("start for the load");
            try (var server = RunningServer.start(options, database, options.onMeasuredCore())) {
                return underLoad(server, database, signatures, undertow, alone, first, second, builds);
            }
        }
    }

    private Figures underLoad(
            RunningServer server,
            DurablePostgres database,
            Signatures.Speeds signatures,
            Row undertow,
            List<Row> alone,
            Duration first,
            Duration second,
            Optional<Builds> builds)
            throws Exception {
        var chosen = new Lines(DemoCompany.prepared(server))
                .all().stream().filter(line -> options.includes(line.name())).toList();
        var meter = new Meter(OptionalLong.of(server.pid()), OptionalLong.of(database.pid()));
        // All of it, before any of it is measured: lines share code, and the first would pay for it.
        options.letUseAllCores(server.pid());
        for (var round = 1; round <= ROUNDS_OF_WARM_UP; round++) {
            for (var line : Lines.onceEach(chosen)) {
                measured(line, Duration.ZERO, options.warmUp(), meter, "warming up, round " + round);
            }
        }
        options.moveBackToMeasuredCore(server.pid());
        var rows = new ArrayList<Row>();
        for (var line : chosen) {
            rows.add(measured(line, SETTLING, options.measured(), meter, "measuring"));
        }
        return new Figures(
                machine(database),
                signatures,
                undertow,
                alone,
                rows,
                first,
                second,
                Cpu.residentMiB(server.pid()),
                builds,
                roundTrips(chosen, database));
    }

    private static Row measured(Line line, Duration warmUp, Duration time, Meter meter, String what) throws Exception {
        say(what + ": " + line.name() + ", " + line.clients() + " clients");
        return new Row(line.name(), Load.run(line.who(), line.clients(), warmUp, time, meter));
    }

    private static Map<String, Double> roundTrips(List<Line> lines, DurablePostgres database) throws Exception {
        say("round trips");
        var trips = new LinkedHashMap<String, Double>();
        for (var line : Lines.onceEach(lines)) {
            try (var client = line.who().next()) {
                trips.put(line.name(), database.roundTrips(client, COUNTED, TRIES));
            }
        }
        return trips;
    }

    private List<Row> databaseAlone(DurablePostgres database) throws Exception {
        var meter = new Meter(OptionalLong.empty(), OptionalLong.of(database.pid()));
        var rows = new ArrayList<Row>();
        for (var clients : CLIENTS_OF_DATABASE) {
            rows.add(measured(
                    new Line("SELECT 1", clients, database::selecting), SETTLING, options.measured(), meter, "alone"));
        }
        for (var clients : CLIENTS_OF_DATABASE) {
            rows.add(measured(
                    new Line("commit", clients, database::committing), SETTLING, options.measured(), meter, "alone"));
        }
        return rows;
    }

    /** On all cores, as it would start. */
    private Duration timeOfStart(DurablePostgres database) throws InterruptedException {
        try (var server = RunningServer.start(options, database, options.onAllCores())) {
            return server.toReady();
        }
    }

    private List<String> machine(DurablePostgres database) throws Exception {
        return List.of(
                "%d cores; what is measured %s"
                        .formatted(
                                cores, options.isPinned() ? "has one, driver and database the other" : "is not pinned"),
                "the server's JDK: "
                        + Child.run(List.of(options.java().resolve("bin/java").toString(), "-version"))
                                .lines()
                                .findFirst()
                                .orElse(""),
                "PostgreSQL " + database.version() + ", durable",
                "each line %s after %d times %s of all"
                        .formatted(options.measured(), ROUNDS_OF_WARM_UP, options.warmUp()));
    }

    private static void prepare(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    static void say(String what) {
        System.err.println("... " + what);
    }
}
