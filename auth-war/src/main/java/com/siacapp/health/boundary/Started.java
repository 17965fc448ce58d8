package com.siacapp.health.boundary;

import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** That this can be asked at all means that the schema is migrated and the settings are good. */
@Startup
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
