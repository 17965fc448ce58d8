package com.siacapp.users.control;

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

/** Forgets sessions and one-time links that are over. The audit log goes on telling of them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountRetention {

    @EJB
    DeadSessions dead;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    private Duration sessions = Duration.ZERO;
    private Duration links = Duration.ZERO;

    @PostConstruct
    void start() {
        sessions = SessionSettings.RETENTION.value();
        links = AccountSettings.LINK_RETENTION.value();
        Batches.schedule(timers, "dead sessions and links");
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        var now = clock.instant();
        Batches.all(most -> dead.deleteSessions(now.minus(sessions), most));
        Batches.all(most -> dead.deleteLinks(now.minus(links), most));
    }
}
