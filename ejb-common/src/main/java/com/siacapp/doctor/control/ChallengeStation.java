package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.BLOCKED;
import static com.siacapp.doctor.entity.Fault.CHALLENGE_OF_ANOTHER_SCHEME;
import static com.siacapp.doctor.entity.Fault.CHALLENGE_WITHOUT_METADATA;
import static com.siacapp.doctor.entity.Fault.CLOCK_SKEW;
import static com.siacapp.doctor.entity.Fault.FOREIGN_METADATA;
import static com.siacapp.doctor.entity.Fault.NOT_PROTECTED;
import static com.siacapp.doctor.entity.Fault.NO_CHALLENGE;
import static com.siacapp.doctor.entity.Fault.POST_NOT_ALLOWED;
import static com.siacapp.doctor.entity.Fault.POST_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.UNEXPECTED_STATUS;
import static com.siacapp.doctor.entity.Fault.WRONG_HOST;

import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import java.time.Duration;
import java.util.Optional;

/** A call without a token, which must be answered 401 and with the way to the metadata (RFC 9728 §5.1, MCP authorization). */
final class ChallengeStation implements Station {

    /** More than that and tokens come from the future, or end before they are used. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(60);

    @Override
    public Part part() {
        return Part.CHALLENGE;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasEndpoint();
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var answer = journey.requests().ping(journey.endpoint(), Optional.empty());
        journey.learnReached();
        compareClocks(journey, answer);
        requireUnauthorized(answer);
        readChallenge(journey, answer);
    }

    private static void compareClocks(Journey journey, Answer answer) {
        answer.date().ifPresent(theirs -> {
            var skew = Duration.between(journey.clock().instant(), theirs);
            if (skew.abs().compareTo(MOST_SKEW) > 0) {
                journey.found(CLOCK_SKEW, (skew.isNegative() ? "" : "+") + skew.toSeconds());
            }
        });
    }

    private static void requireUnauthorized(Answer answer) throws DeadEnd {
        answer.requireNoGatewayError();
        if (answer.isRedirect()) {
            throw new DeadEnd(Finding.of(POST_REDIRECTED, answer.from(), answer.status(), answer.location()));
        }
        var fault = switch (answer.status()) {
            case 401 -> null;
            case 200, 202 -> NOT_PROTECTED;
            case 403 -> BLOCKED;
            // A virtual host that does not know the name, or nothing at this path (RFC 9110 §15.5.20).
            case 404, 421 -> WRONG_HOST;
            case 405 -> POST_NOT_ALLOWED;
            default -> UNEXPECTED_STATUS;
        };
        if (fault != null) {
            throw new DeadEnd(Finding.of(fault, answer.from(), answer.status()));
        }
    }

    private static void readChallenge(Journey journey, Answer answer) throws DeadEnd {
        var headers = answer.headers().allValues("WWW-Authenticate");
        if (headers.isEmpty()) {
            throw new DeadEnd(Finding.of(NO_CHALLENGE, answer.from()));
        }
        var challenge = ReceivedChallenge.among(headers)
                .orElseThrow(() -> new DeadEnd(Finding.of(
                        CHALLENGE_OF_ANOTHER_SCHEME,
                        answer.from(),
                        headers.get(0).split(" ", 2)[0])));
        var metadata = challenge
                .parameter("resource_metadata")
                .orElseThrow(() -> new DeadEnd(Finding.of(CHALLENGE_WITHOUT_METADATA, answer.from())));
        journey.address("resource_metadata", metadata).ifPresent(address -> {
            if (address.hasOriginOf(journey.endpoint())) {
                journey.learnChallengedMetadata(address);
            } else {
                journey.found(FOREIGN_METADATA, metadata, journey.endpoint().origin());
            }
        });
    }
}
