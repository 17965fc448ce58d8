package com.siacapp.limits.control;

import com.siacapp.limits.entity.Limit;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Deletes counts that are over. Every node does it: who comes second finds nothing. And a limit that is no limit stops
 * the start.
 */
@Singleton
@Startup
public class Forgetting {

    @Inject
    Windows windows;

    @Inject
    Streaks streaks;

    @Inject
    Clock clock;

    @PostConstruct
    void readSettings() {
        for (var limit : Limit.values()) {
            limit.rate();
        }
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void forget() {
        var now = clock.instant();
        windows.forgetEnded(now);
        streaks.forgetOld(now);
    }
}
