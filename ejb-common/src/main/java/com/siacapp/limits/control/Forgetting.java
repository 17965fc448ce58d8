package com.siacapp.limits.control;

import com.siacapp.installation.control.Batches;
import com.siacapp.limits.entity.Limit;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Deletes counts that are over. And a limit that is no limit stops the start. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Forgetting {

    @EJB
    EndedCounts ended;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        for (var limit : Limit.values()) {
            limit.rate();
        }
        Batches.schedule(timers, "ended counts");
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        var now = clock.instant();
        Batches.all(most -> ended.deleteWindows(now, most));
        Batches.all(most -> ended.deleteStreaks(now.minus(Streaks.MEMORY), most));
    }
}
