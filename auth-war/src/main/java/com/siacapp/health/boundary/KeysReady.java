package com.siacapp.health.boundary;

import com.siacapp.keys.boundary.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** No token can be signed without a key whose turn it is. */
@Readiness
@ApplicationScoped
public class KeysReady implements HealthCheck {

    @Inject
    KeyRing keys;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys").status(keys.canSign()).build();
    }
}
