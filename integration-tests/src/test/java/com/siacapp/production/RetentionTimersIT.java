package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is over long enough is deleted by the server itself, whom nobody asks to. Its timers look every second: it is a
 * server of its own, because no other test wants timers that never rest.
 */
@ExtendWith(InProduction.class)
class RetentionTimersIT {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** The id of each thing there has to be for the others. */
    private static final String ONE = "00000000-0000-4000-8000-000000000001";

    private static Production server;
    private static Commands rows;

    @BeforeAll
    static void start(Production production) {
        server = production.on(
                Database.another(), Map.of("SIAC_RETENTION_CHECK", "PT1S", "SIAC_UNUSED_CLIENT_CHECK", "PT1S"));
        rows = new Commands(server.settings());
        rows.execute("""
                insert into tenant (id, name, created_at) values (':one', 'Café', now());
                insert into app_user (id, tenant_id, email, name, role, created_at)
                values (':one', ':one', 'iris@company.siac.test', 'Iris', 'AUTHOR', now());
                insert into client (id, source, name, application_type, redirect_uris, grant_types,
                    token_endpoint_auth_method, created_at)
                values (':one', 'DYNAMIC', 'App', 'WEB', '', '', 'NONE', now());
                insert into oauth_grant (id, tenant_id, user_id, client_id, scopes, resource, authenticated_at,
                    created_at, expires_at, asked)
                values (':one', ':one', ':one', ':one', 'openid', 'x', now(), now(), now() + interval '1 day', true);
                insert into mcp_session (id, user_id, created_at, expires_at)
                values (':one', ':one', now(), now() + interval '1 day')""".replace(":one", ONE));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** For how long it is kept after its end is what docs/configuration.md says, where it can be set. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            browser_session | id | expires_at | P7D | secret_hash, user_id, authenticated_at, last_seen_at | ':key', ':one', now(), now()
            one_time_link | id | used_at | P30D | secret_hash, kind, created_at, expires_at | ':key', 'SETUP', now(), now()
            oauth_grant | id | revoked_at | P30D | revocation_reason, tenant_id, user_id, client_id, scopes, resource, authenticated_at, created_at, expires_at, asked | 'BY_USER', ':one', ':one', ':one', 'openid', 'x', now(), now(), now(), true
            authorization_code | hash | expires_at | P30D | grant_id, redirect_uri, code_challenge | ':one', 'x', 'x'
            refresh_token | hash | expires_at | P30D | grant_id, created_at | ':one', now()
            device_authorization | hash | expires_at | PT10M | user_code_hash, client_id, scopes, resource, interval_seconds | ':key', ':one', 'openid', 'x', 5
            client | id | created_at | P1D | source, name, application_type, redirect_uris, grant_types, token_endpoint_auth_method | 'DYNAMIC', 'App', 'WEB', '', '', 'NONE'
            task | id | expires_at | PT0S | user_id, client_id, grant_id, status, request, created_at, updated_at, held_until | ':one', ':one', ':one', 'COMPLETED', '{}', now(), now(), now()
            mcp_session | id | expires_at | PT0S | user_id, created_at | ':one', now()
            mcp_question | id | expires_at | PT0S | session_id, user_id | ':one', ':one'
            mcp_stream | id | expires_at | PT0S | session_id | ':one'
            audit_event | subject_id | occurred_at | P730D | type | 'SIGNED_OUT'
            limit_window | key | ends_at | PT0S | name, count | 'x', 1
            failure_streak | key | last_at | P1D | count | 1
            operator_command | id | expires_at | PT1H | name, arguments, created_at | 'KEYS_LIST', '{}', now() + interval '1 hour'
            """)
    void what_is_over_long_enough_is_deleted_and_nothing_else(
            String table, String key, String end, Duration kept, String others, String values) {
        var insert =
                "insert into %s (%s, %s, %s) values (':key', ':end', %s)".formatted(table, key, end, others, values);
        var longEnough = Instant.now().minus(kept);
        var old = added(insert, longEnough.minus(AN_HOUR));
        var young = added(insert, longEnough.plus(AN_HOUR));

        Production.until(() -> !isThere(table, key, old));
        assertThat(isThere(table, key, young)).isTrue();
    }

    @Test
    void a_task_that_its_node_left_behind_has_failed() {
        var task = added(
                "insert into task (id, held_until, user_id, client_id, grant_id, status, request, created_at,"
                        + " updated_at, expires_at) values (':key', ':end', ':one', ':one', ':one', 'WORKING', '{}',"
                        + " now(), now(), now() + interval '1 day')",
                Instant.now().minus(AN_HOUR));

        Production.until(() -> statusOf(task).equals("FAILED"));
    }

    private static UUID added(String insert, Instant end) {
        var key = UUID.randomUUID();
        rows.execute(insert.replace(":key", key.toString())
                .replace(":end", end.toString())
                .replace(":one", ONE));
        return key;
    }

    private static String statusOf(UUID task) {
        return rows.value("select status from task where id = '" + task + "'");
    }

    private static boolean isThere(String table, String key, UUID row) {
        return rows.value("select count(*) from %s where %s = '%s'".formatted(table, key, row))
                .equals("1");
    }
}
