package com.siacapp.launcher;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The one-time link by which the first person founds a company and becomes the installation's operator. The server never
 * makes one: whoever can write to its database may, and nobody else. A new link ends the older ones.
 */
final class SetupLink {

    private static final int SECRET_BYTES = 32;

    private static final String HAS_OPERATOR =
            "select exists (select from app_user where operator and disabled_at is null)";
    private static final String END_OLDER =
            "update one_time_link set withdrawn_at = now() where kind = 'SETUP' and used_at is null and withdrawn_at is null";
    /** The hash is the server's: SHA-256 in base64url. */
    private static final String ADD = """
            with link as (
                insert into one_time_link (id, secret_hash, kind, created_at, expires_at)
                values (gen_random_uuid(),
                        translate(encode(sha256(convert_to(?, 'UTF8')), 'base64'), '+/=', '-_'),
                        'SETUP', now(), now() + interval '24 hours')
                returning id)
            insert into audit_event (occurred_at, type, subject_id)
            select now(), 'SETUP_LINK_MADE', id::text from link""";

    private final Map<String, String> database;

    /** @param database the environment variables that name the database */
    SetupLink(Map<String, String> database) {
        this.database = database;
    }

    /** A fresh link below this issuer; none when somebody keeps the installation already. */
    Optional<String> make(String issuer) {
        try (var connection = DriverManager.getConnection(
                database.getOrDefault(Database.URL, ""),
                database.getOrDefault(Database.USER, "siac"),
                database.getOrDefault(Database.PASSWORD, ""))) {
            connection.setAutoCommit(false);
            if (hasOperator(connection)) {
                return Optional.empty();
            }
            var secret = secret();
            store(connection, secret);
            connection.commit();
            return Optional.of(issuer + "/link?key=" + secret);
        } catch (SQLException refused) {
            throw LaunchException.because(
                    "the database takes no setup link (" + LaunchException.reason(refused) + ").");
        }
    }

    private static boolean hasOperator(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HAS_OPERATOR)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void store(Connection connection, String secret) throws SQLException {
        try (var older = connection.createStatement();
                var link = connection.prepareStatement(ADD)) {
            older.executeUpdate(END_OLDER);
            link.setString(1, secret);
            link.executeUpdate();
        }
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
