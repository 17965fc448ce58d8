package com.siacapp.grants.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Keeps the table of clients from growing with every program that registers and never comes back. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClientExpiry {

    private static final int BATCH = 500;

    @EJB
    UnusedClients unused;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    private Duration lifespan = Duration.ZERO;

    @PostConstruct
    void start() {
        lifespan = RetentionSettings.UNUSED_CLIENT_LIFESPAN.value();
        var interval = RetentionSettings.UNUSED_CLIENT_CHECK.value().toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig("unused clients", false));
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void expire() {
        var registeredUntil = clock.instant().minus(lifespan);
        while (unused.expire(registeredUntil, BATCH) == BATCH) {
            // The next batch is a transaction of its own.
        }
    }
}
