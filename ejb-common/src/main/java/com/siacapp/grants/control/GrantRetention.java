package com.siacapp.grants.control;

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
import java.time.Duration;

/** Forgets grants, codes, tokens and devices' requests after they are over. The audit log goes on telling of them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GrantRetention {

    @EJB
    DeadGrants dead;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    private Duration retention = Duration.ZERO;

    @PostConstruct
    void start() {
        retention = RetentionSettings.GRANTS.value();
        Batches.schedule(timers, "dead grants");
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        var now = clock.instant();
        var endedBefore = now.minus(retention);
        Batches.all(most -> dead.deleteCodes(endedBefore, most));
        Batches.all(most -> dead.deleteTokens(endedBefore, most));
        Batches.all(most -> dead.deleteTokensOfRevoked(endedBefore, most));
        Batches.all(most -> dead.deleteGrants(endedBefore, most));
        // Until then, a token may be alive that came of it.
        var expiredBefore = now.minus(TokenSettings.ACCESS_TOKEN_LIFESPAN.value());
        Batches.all(most -> dead.deleteDevices(expiredBefore, most));
    }
}
