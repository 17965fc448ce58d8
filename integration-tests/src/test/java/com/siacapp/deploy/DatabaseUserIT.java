package com.siacapp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code deploy/postgres-init.sql} makes of a new PostgreSQL. */
class DatabaseUserIT {

    private static EmbeddedPostgres postgres;

    /** As psql does in the container: it takes the password from its environment, and sends one statement at a time. */
    @BeforeAll
    static void run_it_once() throws Exception {
        postgres = EmbeddedPostgres.start();
        var script = DeployFiles.text("postgres-init.sql");
        assertThat(script).contains("\n\\getenv password POSTGRES_PASSWORD\n");
        var sql = script.lines()
                .filter(line -> !line.startsWith("--") && !line.startsWith("\\getenv "))
                .collect(Collectors.joining("\n"))
                .replace(":'password'", "'it''s secret'");
        try (var superuser = postgres.getPostgresDatabase().getConnection()) {
            superuser.createStatement().execute("alter role postgres password 'as the image sets it'");
            for (var statement : sql.strip().split(";\n", -1)) {
                superuser.createStatement().execute(statement);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void the_servers_user_is_nothing_more_than_the_owner_of_its_database() throws SQLException {
        assertThat(value("""
                select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolcanlogin)
                from pg_roles where rolname = 'siac'""")).isEqualTo("f f f f f t");
        assertThat(value("select pg_get_userbyid(datdba) from pg_database where datname = 'siac'"))
                .isEqualTo("siac");
        assertThat(value("select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = 'siac'"))
                .isEqualTo("t");
    }

    @Test
    void nobody_else_gets_into_the_database_and_the_superuser_has_no_password() throws SQLException {
        assertThat(value("select has_database_privilege('pg_monitor', 'siac', 'connect')"))
                .isEqualTo("f");
        assertThat(value("select rolpassword is null from pg_authid where rolname = 'postgres'"))
                .isEqualTo("t");
    }

    @Test
    void the_servers_user_can_bring_the_database_to_this_versions_schema() {
        var migrated = Flyway.configure()
                .dataSource(postgres.getDatabase("siac", "siac"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        assertThat(migrated.success).isTrue();
        assertThat(migrated.migrationsExecuted).isGreaterThan(20);
    }

    private static String value(String query) throws SQLException {
        try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                var rows = superuser.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
