package com.siacapp.audit.control;

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

/** Forgets what happened long ago: people's acts and addresses are not kept for ever. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditRetention {

    @EJB
    OldLines lines;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        Batches.schedule(timers, "old lines of the audit log");
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        var oldest = clock.instant().minus(AuditSettings.RETENTION.value());
        Batches.all(most -> lines.delete(oldest, most));
    }
}
