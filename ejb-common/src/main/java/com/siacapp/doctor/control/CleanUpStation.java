package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.CLIENT_LEFT;
import static com.siacapp.doctor.entity.Fault.TOKEN_LEFT;

import com.siacapp.doctor.control.ProbeClient.Management;
import com.siacapp.doctor.entity.Part;

/** Leaves nothing behind: the token is revoked (RFC 7009) and the client deleted (RFC 7592 §2.3). */
final class CleanUpStation implements Station {

    @Override
    public Part part() {
        return Part.CLEAN_UP;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasClient();
    }

    @Override
    public void visit(Journey journey) {
        var client = journey.client();
        if (journey.token().isPresent() && !isRevoked(journey, journey.token().orElseThrow())) {
            journey.found(TOKEN_LEFT);
        }
        if (client.management()
                .filter(management -> isDeleted(journey, management))
                .isEmpty()) {
            journey.found(CLIENT_LEFT, client.id());
        }
    }

    private static boolean isRevoked(Journey journey, String token) {
        var address = journey.serverEndpoint("revocation_endpoint");
        try {
            return address.isPresent()
                    && journey.requests()
                                    .postForm(
                                            address.orElseThrow(),
                                            Form.of(
                                                    "token",
                                                    token,
                                                    "client_id",
                                                    journey.client().id()))
                                    .status()
                            == 200;
        } catch (DeadEnd unreachable) {
            return false;
        }
    }

    private static boolean isDeleted(Journey journey, Management management) {
        try {
            return journey.requests()
                            .send(
                                    management.address(),
                                    "DELETE",
                                    request -> request.header(
                                            "Authorization",
                                            "Bearer " + management.token().value()))
                            .status()
                    == 204;
        } catch (DeadEnd unreachable) {
            return false;
        }
    }
}
