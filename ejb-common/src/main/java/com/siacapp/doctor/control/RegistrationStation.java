package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.REGISTRATION_CHANGED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_LIMITED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_REFUSED;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.doctor.control.ProbeClient.Management;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.WebAddress;
import com.siacapp.keys.entity.Secret;
import java.util.Optional;

/** Registers as a public client, as clients do that nobody knows yet (RFC 7591 §3). */
final class RegistrationStation implements Station {

    private static final String ADDRESS = "registration_endpoint";

    /** As an MCP client writes it that runs on a person's computer. */
    private static final String METADATA = """
            {"client_name": "SIAC connection doctor", "redirect_uris": ["%s"], "application_type": "native",
             "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
             "token_endpoint_auth_method": "none"}""".formatted(ProbeClient.REDIRECT_URI);

    @Override
    public Part part() {
        return Part.REGISTRATION;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasEndpointOf(ADDRESS);
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var address = journey.serverEndpoint(ADDRESS).orElseThrow();
        var answer = journey.requests().postJson(address, METADATA);
        if (answer.status() == 429) {
            throw new DeadEnd(Finding.of(
                    REGISTRATION_LIMITED, address, answer.header("Retry-After").orElse("?")));
        }
        var reply = answer.reply();
        if (answer.status() != 201 || reply.path("client_id").asText().isEmpty()) {
            throw new DeadEnd(Finding.of(
                    REGISTRATION_REFUSED,
                    address,
                    answer.status(),
                    reply.path("error").asText()));
        }
        journey.learnClient(new ProbeClient(
                reply.path("client_id").asText(), Secret.random(), management(journey, address, reply)));
        compare(journey, reply);
    }

    /** RFC 7591 §3.2.1: the answer says what was registered. */
    private static void compare(Journey journey, JsonNode reply) {
        if (!reply.path("token_endpoint_auth_method").asText().equals("none")) {
            journey.found(REGISTRATION_CHANGED, "token_endpoint_auth_method");
        }
        if (!reply.path("redirect_uris").path(0).asText().equals(ProbeClient.REDIRECT_URI)) {
            journey.found(REGISTRATION_CHANGED, "redirect_uris");
        }
    }

    /** The token that manages the client is for whoever gave it, and for nobody else. */
    private static Optional<Management> management(Journey journey, WebAddress registration, JsonNode reply) {
        var token = reply.path("registration_access_token").asText();
        if (token.isEmpty() || !reply.has("registration_client_uri")) {
            return Optional.empty();
        }
        return journey.address(
                        "registration_client_uri",
                        reply.path("registration_client_uri").asText())
                .filter(address -> address.hasOriginOf(registration))
                .map(address -> new Management(address, new Secret(token)));
    }
}
