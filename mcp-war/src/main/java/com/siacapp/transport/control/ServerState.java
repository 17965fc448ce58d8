package com.siacapp.transport.control;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.AttributeChangeNotification;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ListenerNotFoundException;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.jboss.logging.Logger;

/** Tells when the server begins to suspend: it takes no new requests then, and waits for those that are open. */
public final class ServerState implements NotificationListener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ServerState.class);

    /** WildFly's own, for whoever watches it. */
    private static final String STATE = "jboss.root:type=state";

    private static final Set<String> LEAVING = Set.of("pre-suspend", "suspending", "suspended", "stopping");

    private final Runnable suspending;

    private ServerState(Runnable suspending) {
        this.suspending = suspending;
    }

    /** Runs this each time the server suspends. */
    public static ServerState onSuspend(Runnable suspending) {
        var state = new ServerState(suspending);
        try {
            ManagementFactory.getPlatformMBeanServer().addNotificationListener(name(), state, null, null);
        } catch (InstanceNotFoundException notThere) {
            LOG.info("The server does not say when it suspends: streams stay open until it stops.");
        } catch (JMException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        return state;
    }

    @Override
    public void handleNotification(Notification notification, Object nothing) {
        if (notification instanceof AttributeChangeNotification change
                && LEAVING.contains(String.valueOf(change.getNewValue()))) {
            suspending.run();
        }
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().removeNotificationListener(name(), this);
        } catch (InstanceNotFoundException | ListenerNotFoundException gone) {
            LOG.debug("Nothing to close", gone);
        } catch (JMException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static ObjectName name() throws MalformedObjectNameException {
        return new ObjectName(STATE);
    }
}
