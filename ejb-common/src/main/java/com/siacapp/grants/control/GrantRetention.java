package com.siacapp.grants.control;

import com.siacapp.installation.control.Batches;
import com.siacapp.installation.entity.Setting;
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

    /**
     * How long after its end a grant is kept, and a code or refresh token after it expired. Who presents a spent one until
     * then is recognised and ends the grant; later it is like one that never was, and worth as little.
     */
    private static final Setting<Duration> RETENTION = Setting.duration("SIAC_GRANT_RETENTION", "P30D");

    @EJB
    DeadGrants dead;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    private Duration retention = Duration.ZERO;

    @PostConstruct
    void start() {
        retention = RETENTION.value();
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
