package com.siacapp.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Which check answers which question. */
@ApplicationScoped
public class HealthChecks {

    @Produces
    @Readiness
    HealthCheck database(@Named("database") HealthCheck check) {
        return check;
    }

    @Produces
    @Readiness
    HealthCheck signingKeys(@Named("signing keys") HealthCheck check) {
        return check;
    }

    @Produces
    @Startup
    HealthCheck application(@Named("application") HealthCheck check) {
        return check;
    }
}
