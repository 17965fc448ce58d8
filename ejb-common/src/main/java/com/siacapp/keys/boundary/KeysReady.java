package com.siacapp.keys.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** No token can be signed without a key whose turn it is. */
@Named("signing keys")
@ApplicationScoped
public class KeysReady implements HealthCheck {

    @Inject
    KeyRing keys;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys").status(keys.canSign()).build();
    }
}
