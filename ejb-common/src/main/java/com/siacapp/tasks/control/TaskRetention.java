package com.siacapp.tasks.control;

import com.siacapp.installation.control.Batches;
import com.siacapp.tasks.boundary.Tasks;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends the tasks of nodes that are gone, and forgets tasks whose time is over. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskRetention {

    /** How far it came is not known, and what it did must not be done twice (JSON-RPC internal error). */
    private static final String LOST =
            "{\"code\": -32603, \"message\": \"Internal error: the server stopped while it worked on this\"}";

    @EJB
    StoredTasks stored;

    @EJB
    Tasks tasks;

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
        Batches.all(most -> stored.forget(clock.instant(), most));
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void endLost() {
        Batches.all(most -> tasks.failLost(LOST, most));
    }
}
