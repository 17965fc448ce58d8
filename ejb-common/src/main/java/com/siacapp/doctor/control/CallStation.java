package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.AUTHORIZATION_STRIPPED;
import static com.siacapp.doctor.entity.Fault.MCP_HEADERS_STRIPPED;
import static com.siacapp.doctor.entity.Fault.TOKEN_NOT_CHECKED;
import static com.siacapp.doctor.entity.Fault.TOKEN_REFUSED;
import static com.siacapp.doctor.entity.Fault.UNEXPECTED_STATUS;

import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.keys.entity.Secret;
import java.util.Optional;

/**
 * Calls the MCP endpoint with the token, or with one that cannot be good and must be refused as such (RFC 6750 §3.1). With
 * the token it speaks both eras of MCP, as far as the server does.
 */
final class CallStation implements Station {

    /** HeaderMismatch (MCP 2026-07-28, transports). */
    private static final String HEADER_MISMATCH = "-32020";

    @Override
    public Part part() {
        return Part.CALL;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.isReached();
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var endpoint = journey.endpoint();
        var token = journey.token();
        var sent = token.orElseGet(() -> Secret.random().value());
        var answer = journey.requests().ping(endpoint, Optional.of(sent));
        if (answer.status() == 401) {
            var error = ReceivedChallenge.among(answer.headers().allValues("WWW-Authenticate"))
                    .flatMap(challenge -> challenge.parameter("error"));
            // RFC 6750 §3.1: who sent no token is told no error. So ours did not arrive.
            if (error.isEmpty()) {
                throw new DeadEnd(Finding.of(AUTHORIZATION_STRIPPED, endpoint));
            }
            if (token.isPresent()) {
                throw new DeadEnd(Finding.of(TOKEN_REFUSED, endpoint));
            }
            return;
        }
        var hasResult = answer.reply().has("result");
        if (token.isEmpty() && answer.status() == 200) {
            throw new DeadEnd(Finding.of(TOKEN_NOT_CHECKED, endpoint));
        }
        if (!hasResult) {
            throw new DeadEnd(Finding.of(UNEXPECTED_STATUS, endpoint, answer.status()));
        }
        if (token.isPresent()) {
            callWithoutHandshake(journey, token.get());
        }
    }

    /** A server of an older version refuses it in some way and is as good; what must not get lost are the headers. */
    private static void callWithoutHandshake(Journey journey, String token) throws DeadEnd {
        var answer = journey.requests().discover(journey.endpoint(), token);
        if (answer.status() == 400 && answer.body().contains(HEADER_MISMATCH)) {
            throw new DeadEnd(Finding.of(MCP_HEADERS_STRIPPED, journey.endpoint()));
        }
    }
}
