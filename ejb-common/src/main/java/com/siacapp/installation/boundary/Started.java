package com.siacapp.installation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** That this can be asked at all means that the schema is migrated and the settings are good. */
@Named("application")
@ApplicationScoped
public class Started implements HealthCheck {

    @Inject
    Installation installation;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("application")
                .up()
                .withData("version", installation.version())
                .build();
    }
}
