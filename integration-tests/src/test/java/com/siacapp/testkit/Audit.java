package com.siacapp.testkit;

import java.util.Arrays;
import java.util.List;

/** The audit log, as lines of event types in order. */
public final class Audit {

    private static final String LINES =
            "select coalesce(string_agg(type, ',' order by id), '') from audit_event where client_id = '%s'"
                    + " and type not in ('CLIENT_REGISTERED', 'CONSENT_GIVEN')";

    private Audit() {}

    /** What the log says of the client's tokens. */
    public static List<String> of(OAuthClient client) {
        return of(client.id());
    }

    public static List<String> of(String clientId) {
        return Arrays.stream(Database.value(LINES.formatted(clientId)).split(","))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
