package com.siacapp.users.control;

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

/** Forgets sessions and one-time links that are over. The audit log goes on telling of them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountRetention {

    /** How long after its end a session is kept, with the address it came from; nothing asks for it any more. */
    private static final Setting<Duration> SESSIONS = Setting.duration("SIAC_SESSION_RETENTION", "P7D");

    /** How long a link is kept after it was used or withdrawn or expired. */
    private static final Setting<Duration> LINKS = Setting.duration("SIAC_LINK_RETENTION", "P30D");

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
        sessions = SESSIONS.value();
        links = LINKS.value();
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
