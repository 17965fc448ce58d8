package com.siacapp.installation.control;

import com.siacapp.installation.entity.Setting;
import java.util.Optional;

/**
 * How the server reaches its database. The server's own configuration reads these from the environment; here they are
 * looked at, so that a wrong one is named.
 */
public interface DatabaseSettings {

    Setting<String> URL = new Setting<>(
                    "SIAC_DB_URL",
                    "a JDBC URL of PostgreSQL",
                    "jdbc:postgresql://localhost:5432/siac",
                    "Where the database is, and not a pooler that lends a connection for one transaction, because nodes listen"
                            + " on theirs; unset, the launcher's `run` starts one of its own.",
                    DatabaseSettings::postgresql)
            // It may have a password in it.
            .secret();

    Setting<String> USER = Setting.text(
            "SIAC_DB_USER",
            "siac",
            "Whom the server connects as; this user owns the tables, since the server migrates them itself.");

    Setting<String> PASSWORD = Setting.text(
                    "SIAC_DB_PASSWORD",
                    null,
                    "This user's password; production takes no short one, and not the user's name.")
            .secret();

    Setting<Integer> POOL_MIN =
            Setting.count("SIAC_DB_POOL_MIN", "2", 0, 1000, "How many connections each node keeps open.");

    Setting<Integer> POOL_MAX = Setting.count(
            "SIAC_DB_POOL_MAX",
            "20",
            // Flyway migrates by one while it holds its place by another.
            2,
            1000,
            "How many connections each node opens at most, besides the one on which it listens.");

    Setting<Integer> SOCKET_TIMEOUT = Setting.count(
            "SIAC_DB_SOCKET_TIMEOUT",
            "60",
            0,
            86_400,
            "After how many seconds without a word from the database a statement is given up (0 is never); more for an"
                    + " upgrade whose migrations take longer.");

    /** What is wrong with the bounds of the pool together, in a sentence. */
    static Optional<String> contradiction() {
        var min = POOL_MIN.value();
        var max = POOL_MAX.value();
        return min <= max
                ? Optional.empty()
                : Optional.of("%s takes no more than %s, which is %d, and is \"%d\"."
                        .formatted(POOL_MIN.key(), POOL_MAX.key(), max, min));
    }

    private static String postgresql(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("another database");
        }
        return url;
    }
}
