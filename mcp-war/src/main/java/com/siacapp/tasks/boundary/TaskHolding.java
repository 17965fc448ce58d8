package com.siacapp.tasks.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has this node say regularly which tasks it works on. */
@WebListener
@ManagedExecutorDefinition(name = TaskRunner.THREADS, maxAsync = 16)
public class TaskHolding implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(TaskHolding.class);
    private static final int SECONDS = 2;

    @Inject
    TaskRunner runner;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> timer;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        timer = scheduler.scheduleWithFixedDelay(this::hold, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** A timer ends for good at the first exception. */
    private void hold() {
        try {
            runner.hold();
        } catch (RuntimeException | Error missed) {
            LOG.warn("Could not keep hold of tasks, the next attempt is soon", missed);
        }
    }
}
