package com.siacapp.sessions.control;

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

/** Forgets sessions of older MCP clients, and questions to them, as soon as they are over: nothing asks for them then. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class McpSessionRetention {

    @EJB
    DeadMcpSessions dead;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        Batches.schedule(timers, "dead sessions of MCP clients");
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        var now = clock.instant();
        Batches.all(most -> dead.deleteQuestions(now, most));
        Batches.all(most -> dead.deleteStreams(now, most));
        Batches.all(most -> dead.deleteSessions(now, most));
    }
}
