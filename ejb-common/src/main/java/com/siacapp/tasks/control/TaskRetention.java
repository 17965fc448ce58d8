package com.siacapp.tasks.control;

import com.siacapp.installation.control.Batches;
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

/** Ends the tasks of nodes that are gone, if nobody asked for them before, and forgets tasks whose time is over. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskRetention {

    @EJB
    StoredTasks stored;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        Batches.schedule(timers, "tasks");
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        var now = clock.instant();
        Batches.all(most -> stored.endLost(now, most));
        Batches.all(most -> stored.forget(now, most));
    }
}
