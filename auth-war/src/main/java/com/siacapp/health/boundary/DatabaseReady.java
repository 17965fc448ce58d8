package com.siacapp.health.boundary;

import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nothing can be answered without the database. */
@Readiness
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
