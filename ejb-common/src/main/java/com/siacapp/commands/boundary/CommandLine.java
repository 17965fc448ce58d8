package com.siacapp.commands.boundary;

import com.siacapp.commands.control.GivenCommands;
import com.siacapp.installation.control.Batches;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.signals.entity.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has this node do what is commanded on the command line, as soon as it hears of it, unless another node does. */
@Singleton
@Startup
@DependsOn("KeyRing")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandLine {

    private static final Logger LOG = Logger.getLogger(CommandLine.class);

    /** The launcher deletes what it has read: this is what a launcher left behind that was killed. */
    private static final Duration RETENTION = Duration.ofHours(1);

    @EJB
    GivenCommands given;

    @EJB
    Signals signals;

    @EJB
    KeyRing keys;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    @Resource
    TimerService timers;

    private @Nullable Subscription subscription;

    @PostConstruct
    void start() {
        subscription = signals.subscribe(this::heard);
        Batches.schedule(timers, "commands that nobody waits for");
    }

    @PreDestroy
    void stop() {
        if (subscription != null) {
            subscription.close();
        }
    }

    /** Any number of nodes may do it at once. */
    @Timeout
    public void forget() {
        Batches.all(most -> given.forget(clock.instant().minus(RETENTION), most));
    }

    private void heard(Signal signal) {
        if (signal.kind() == Kind.COMMANDED || signal.kind() == Kind.MISSED) {
            threads.execute(() -> given.waiting().forEach(this::obey));
        }
    }

    private void obey(UUID command) {
        try {
            if (given.obey(command)) {
                // It may have changed them, and is committed: nothing is signed by a key that may yet be taken back.
                keys.reload();
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The command %s was not done.", command);
            given.fail(command);
        }
    }
}
