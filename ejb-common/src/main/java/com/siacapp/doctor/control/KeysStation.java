package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.NO_KEYS;
import static com.siacapp.doctor.entity.Fault.PRIVATE_KEYS;

import com.siacapp.doctor.entity.Part;

/** The keys with which tokens are verified (RFC 7517 §5), and nothing that signs. */
final class KeysStation implements Station {

    private static final String ADDRESS = "jwks_uri";

    @Override
    public Part part() {
        return Part.KEYS;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasEndpointOf(ADDRESS);
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var address = journey.serverEndpoint(ADDRESS).orElseThrow();
        var keys = journey.requests().get(address).document().path("keys");
        if (keys.isEmpty()) {
            journey.found(NO_KEYS, address);
        }
        for (var key : keys) {
            // RFC 7518 §6: the private part of an EC and an RSA key, and the whole of a symmetric one.
            if (key.has("d") || key.has("k")) {
                journey.found(PRIVATE_KEYS, address);
            }
        }
    }
}
