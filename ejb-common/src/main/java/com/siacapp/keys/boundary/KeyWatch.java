package com.siacapp.keys.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps this node's keys those of the database, and the schedule of their rotation. */
@Singleton
@Startup
@DependsOn("KeyRing")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyWatch {

    private static final Logger LOG = Logger.getLogger(KeyWatch.class);

    @Inject
    KeyRing ring;

    @Inject
    KeyRotation rotation;

    @Resource
    ManagedScheduledExecutorService executor;

    private @Nullable Future<?> looks;
    private volatile boolean failing;

    /** A key that was retired elsewhere counts for nothing here a second later. One look begins after the other ended. */
    @PostConstruct
    void start() {
        looks = executor.scheduleWithFixedDelay(() -> attempt(ring::reload), 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (looks != null) {
            looks.cancel(false);
        }
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void keepSchedule() {
        attempt(rotation::keepSchedule);
    }

    /** Says once that it does not work: the database may be away for a while. What it throws would end the timer. */
    private void attempt(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException | Error unavailable) {
            if (!failing) {
                LOG.warn("The signing keys cannot be read; those known go on to be used.", unavailable);
            }
            failing = true;
        }
    }
}
