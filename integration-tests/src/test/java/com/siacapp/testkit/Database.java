package com.siacapp.testkit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The database under the server, to see that refused requests changed nothing, and for what no page does yet. */
public final class Database {

    /** The user of {@linkplain #another other databases}. */
    public static final String OWNER = "plain_owner";

    /** Every table but those that a visit or a refusal may write, or the server by its own clock. */
    private static final String TABLES = """
            select string_agg(table_name, ',') from information_schema.tables
            where table_schema = 'public' and table_name not in ('flyway_schema_history', 'browser_session', 'audit_event', 'signing_key', 'limit_window', 'failure_streak')""";

    /** What the server forgets at any moment once it is over: only what is good for a while yet counts. */
    private static final Set<String> FORGOTTEN =
            Set.of("client_assertion", "dpop_proof", "pushed_authorization_request", "device_authorization");

    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private Database() {}

    /** Runs a request and fails if any row of any table that matters differs afterwards. */
    public static <T> T unchangedBy(Supplier<T> request) {
        return unchangedBy(request, answer -> true);
    }

    /** The same, if this is a refusal: what is accepted may change what it likes. */
    public static <T> T unchangedBy(Supplier<T> request, Predicate<T> isRefusal) {
        var soon = Time.now().plus(A_WHILE);
        var before = contents(soon);
        var answer = request.get();
        if (isRefusal.test(answer)) {
            var after = contents(soon);
            if (!before.equals(after)) {
                throw new AssertionError("The database changed: " + before + " -> " + after);
            }
        }
        return answer;
    }

    /** A line for each table, by one query: many tests ask for it often. */
    private static String contents(Instant soon) {
        var lines = Arrays.stream(value(TABLES).split(","))
                .map(table -> "select '" + table + ": ' || count(*) || ' rows, '"
                        + " || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t"
                        + (FORGOTTEN.contains(table) ? " where expires_at > '" + soon + "'" : ""))
                .collect(Collectors.joining(" union all "));
        return value("select string_agg(line, chr(10) order by line) from (" + lines + ") lines (line)");
    }

    /** Another company, whose author has the demo author's password. */
    static void addStrangersTenant() {
        execute("""
                insert into tenant (id, name, created_at)
                values ('00000000-0000-4000-8000-0000000000aa', 'Another company', now())
                on conflict do nothing""");
        execute("""
                insert into app_user (id, tenant_id, email, name, role, password_hash, created_at)
                select '00000000-0000-4000-8000-0000000000ab', '00000000-0000-4000-8000-0000000000aa',
                       'stranger@other.siac.test', 'Sonia Stranger', 'AUTHOR', password_hash, now()
                from app_user where email = 'author@demo.siac.test'
                on conflict do nothing""");
    }

    /** Makes the stranger their company's administrator, for a test of what administrators may do to others. */
    public static void promoteStranger() {
        execute("update app_user set role = 'ADMINISTRATOR' where email = 'stranger@other.siac.test'");
    }

    public static void demoteStranger() {
        execute("update app_user set role = 'AUTHOR' where email = 'stranger@other.siac.test'");
    }

    /** Returns as soon as a query reads this, which takes a moment, or a start of a server. */
    public static void until(String query, String expected) {
        var patience = Instant.now().plus(LONGEST_START);
        while (!value(query).equals(expected)) {
            if (Instant.now().isAfter(patience)) {
                throw new AssertionError("It stays " + value(query) + ": " + query);
            }
        }
    }

    /** For what nothing on the server does yet. */
    public static void change(String command) {
        execute(command);
    }

    /**
     * The answer to a request that a change overtakes: it comes to these rows and has to wait, then they change, and it
     * goes on.
     *
     * @param rows a query for the rows
     */
    public static <T> T overtaken(String rows, Supplier<T> request, String... changes) {
        return overtakenAt(rows + " for update", request, changes);
    }

    /** The same for a request that only reads there, and so does not wait for rows. */
    public static <T> T overtakenAtTable(String table, Supplier<T> request, String... changes) {
        return overtakenAt("lock table " + table, request, changes);
    }

    private static <T> T overtakenAt(String lock, Supplier<T> request, String... changes) {
        try (var connection = TestServer.database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            var us = statement.executeQuery("select pg_backend_pid()");
            us.next();
            var waiting = "select exists (select 1 from pg_stat_activity where " + us.getInt(1)
                    + " = any(pg_blocking_pids(pid)))";
            var answer = CompletableFuture.supplyAsync(request);
            while (!value(waiting).equals("t")) {
                if (answer.isDone()) {
                    throw new AssertionError("It did not come to these rows: " + answer.join());
                }
            }
            for (var change : changes) {
                statement.execute(change);
            }
            connection.commit();
            return answer.join();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    /**
     * Runs this while another transaction is at these rows.
     *
     * @param rows a query for the rows
     */
    public static void whileHeld(String rows, Runnable meanwhile) {
        try (var connection = TestServer.database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(rows + " for update");
            try {
                meanwhile.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    /** The change by which somebody gets one more grant like one of these, as by a transaction that was on its way. */
    public static String oneMoreGrantLike(String those) {
        return "insert into oauth_grant select another.* from oauth_grant g, jsonb_populate_record(g,"
                + " jsonb_build_object('id', gen_random_uuid())) another where g." + those + " limit 1";
    }

    /** What a query reads right after a change that is then taken back. */
    public static String valueAfter(String change, String query) {
        try (var connection = TestServer.database().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return String.valueOf(rows.getString(1));
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    public static String value(String query) {
        try (var connection = TestServer.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Where the server under test has it. */
    public static String url() {
        return TestServer.databaseUrl("postgres");
    }

    /** An empty one beside it, for another installation. Its user is its owner and nothing more, as the guide makes them. */
    public static String another() {
        execute("do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login;"
                        .formatted(OWNER)
                + " end if; end $$");
        var name = "another_" + UUID.randomUUID().toString().replace('-', '_');
        execute("create database " + name + " owner " + OWNER);
        return TestServer.databaseUrl(name);
    }

    /** For what no page does. */
    public static void execute(String command) {
        try (var connection = TestServer.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
