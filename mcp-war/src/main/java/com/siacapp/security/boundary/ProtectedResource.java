package com.siacapp.security.boundary;

import com.siacapp.installation.boundary.Installation;
import com.siacapp.installation.entity.Hosts;
import com.siacapp.installation.entity.Mode;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.security.entity.Origins;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;

/** What this installation's settings mean for those who call the endpoint. */
class ProtectedResource {

    @Inject
    Installation installation;

    @Produces
    @Singleton
    BearerChallenge challenge() {
        return new BearerChallenge(installation.resource());
    }

    @Produces
    @Singleton
    Origins origins() {
        var origins = new HashSet<>(installation.allowedOrigins());
        origins.add(originOf(installation.issuer()));
        origins.add(originOf(installation.resource()));
        return new Origins(origins, installation.mode() == Mode.DEVELOPMENT);
    }

    @Produces
    @Singleton
    Hosts hosts() {
        return installation.hostsOfResource();
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
