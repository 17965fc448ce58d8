package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.CLIENT_FORGOTTEN;
import static com.siacapp.doctor.entity.Fault.CODE_NOT_CHECKED;
import static com.siacapp.doctor.entity.Fault.TOKEN_CACHEABLE;
import static com.siacapp.doctor.entity.Fault.TOKEN_ERROR;

import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.keys.entity.Secret;

/**
 * Redeems a code (OAuth 2.1 §4.1.3): with a person's consent a real one, else one that nobody issued, which must be
 * refused in the protocol's words.
 */
final class TokenStation implements Station {

    private static final String ADDRESS = "token_endpoint";

    @Override
    public Part part() {
        return Part.TOKEN;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasClient() && journey.hasEndpointOf(ADDRESS);
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var address = journey.serverEndpoint(ADDRESS).orElseThrow();
        var client = journey.client();
        var code = journey.consent()
                .codeFor(new Consent.Asked(
                        journey.endpoint(),
                        journey.issuer(),
                        address,
                        journey.serverEndpoint("revocation_endpoint"),
                        client.id(),
                        ProbeClient.REDIRECT_URI,
                        client.challenge()));
        var answer = journey.requests().postForm(address, request(journey, code.orElseGet(Secret::random)));
        var reply = answer.reply();
        if (!answer.isStoredByNobody()) {
            journey.found(TOKEN_CACHEABLE, address);
        }
        var error = reply.path("error").asText();
        if (error.equals("invalid_client")) {
            throw new DeadEnd(Finding.of(CLIENT_FORGOTTEN, address));
        }
        if (code.isPresent()) {
            requireToken(journey, answer, reply.path("access_token").asText(), error);
        } else if (answer.status() == 200) {
            throw new DeadEnd(Finding.of(CODE_NOT_CHECKED, address));
        } else if (answer.status() != 400 || !error.equals("invalid_grant")) {
            throw new DeadEnd(Finding.of(TOKEN_ERROR, address, answer.status(), error));
        }
    }

    private static Form request(Journey journey, Secret code) {
        var client = journey.client();
        return Form.of(
                "grant_type",
                "authorization_code",
                "code",
                code.value(),
                "client_id",
                client.id(),
                "redirect_uri",
                ProbeClient.REDIRECT_URI,
                "code_verifier",
                client.verifier().value(),
                "resource",
                journey.endpoint().toString());
    }

    private static void requireToken(Journey journey, Answer answer, String token, String error) throws DeadEnd {
        if (answer.status() != 200 || token.isEmpty()) {
            throw new DeadEnd(Finding.of(TOKEN_ERROR, answer.from(), answer.status(), error));
        }
        journey.learnToken(token);
    }
}
