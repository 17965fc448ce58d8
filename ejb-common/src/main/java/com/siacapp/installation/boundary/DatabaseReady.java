package com.siacapp.installation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Nothing can be answered without the database. */
@Named("database")
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    @Inject
    Installation installation;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(installation.databaseIsUp())
                .build();
    }
}
