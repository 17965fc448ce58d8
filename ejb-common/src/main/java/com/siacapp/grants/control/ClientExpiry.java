package com.siacapp.grants.control;

import com.siacapp.installation.entity.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
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

    /** How long a client that registered itself may stay without ever being used. */
    private static final Setting<Duration> UNUSED_CLIENT_LIFESPAN =
            Setting.duration("SIAC_UNUSED_CLIENT_LIFESPAN", "P1D");

    private static final int BATCH = 500;

    @EJB
    UnusedClients unused;

    @Inject
    Clock clock;

    private Duration lifespan = Duration.ZERO;

    @PostConstruct
    void readSettings() {
        lifespan = UNUSED_CLIENT_LIFESPAN.value();
    }

    /** Any number of nodes may do it at once. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void expire() {
        var registeredUntil = clock.instant().minus(lifespan);
        while (unused.expire(registeredUntil, BATCH) == BATCH) {
            // The next batch is a transaction of its own.
        }
    }
}
