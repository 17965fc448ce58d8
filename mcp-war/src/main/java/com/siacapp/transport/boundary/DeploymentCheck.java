package com.siacapp.transport.boundary;

import com.siacapp.protocol.boundary.Dispatcher;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Has every declaration read while the application starts, because a listener's failure stops the deployment. */
@WebListener
public class DeploymentCheck implements ServletContextListener {

    @Inject
    Instance<Dispatcher> dispatcher;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        dispatcher.get();
    }
}
