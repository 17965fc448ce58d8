package com.siacapp.audit.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long the audit log is kept. */
public interface AuditSettings {

    /** The database lets nobody delete what is younger than this. */
    Duration SHORTEST = Duration.ofDays(90);

    Setting<Duration> RETENTION = new Setting<>(
            "SIAC_AUDIT_RETENTION",
            "an ISO 8601 duration of at least P90D",
            "P730D",
            "How long a line of the audit log is kept.",
            AuditSettings::longEnough);

    private static Duration longEnough(String text) {
        var duration = Duration.parse(text);
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("too short");
        }
        return duration;
    }
}
