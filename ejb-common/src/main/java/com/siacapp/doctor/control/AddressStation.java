package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.INVALID_ADDRESS;
import static com.siacapp.doctor.entity.Fault.LOCAL_ADDRESS;
import static com.siacapp.doctor.entity.Fault.PLAIN_HTTP;

import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.WebAddress;

/** The address as people give it to their client (OAuth 2.1 §1.5: https, except on the same computer). */
final class AddressStation implements Station {

    @Override
    public Part part() {
        return Part.ADDRESS;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return true;
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var endpoint = WebAddress.of(journey.given())
                .orElseThrow(() -> new DeadEnd(Finding.of(INVALID_ADDRESS, journey.given())));
        journey.learnEndpoint(endpoint);
        if (endpoint.isLoopback()) {
            journey.found(LOCAL_ADDRESS, endpoint.host());
        } else if (!endpoint.isHttps()) {
            journey.found(PLAIN_HTTP, endpoint);
        }
    }
}
