package com.siacapp.installation.boundary;

import com.siacapp.installation.control.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The settings are good and the schema is there, however long another node took to migrate it. */
@Named("application")
@ApplicationScoped
public class Started implements HealthCheck {

    @Inject
    Installation installation;

    @Inject
    Schema schema;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("application")
                .status(schema.isThere())
                .withData("version", installation.version())
                .build();
    }
}
