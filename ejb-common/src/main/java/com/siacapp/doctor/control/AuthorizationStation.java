package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.AUTHORIZATION_ERROR;
import static com.siacapp.doctor.entity.Fault.REDIRECT_REFUSED;
import static com.siacapp.doctor.entity.Fault.SIGN_IN_ELSEWHERE;
import static com.siacapp.doctor.entity.Fault.SIGN_IN_UNREACHABLE;
import static com.siacapp.doctor.entity.Fault.UNEXPECTED_STATUS;

import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.WebAddress;
import com.siacapp.keys.entity.Secret;
import java.net.URI;
import java.util.regex.Pattern;

/** The request that a client opens in the person's browser, who is asked to sign in (OAuth 2.1 §4.1.1). */
final class AuthorizationStation implements Station {

    private static final String ADDRESS = "authorization_endpoint";

    /** An error in an address of ours: in a redirect, or in the link of a page that offers the way back. */
    private static final Pattern ERROR_OFFERED_BACK =
            Pattern.compile(Pattern.quote(ProbeClient.REDIRECT_URI) + "\\?(?:[^\"'\\s]*[&;])?error=([a-z_]+)");

    @Override
    public Part part() {
        return Part.AUTHORIZATION;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasClient() && journey.hasEndpointOf(ADDRESS);
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        var address = journey.serverEndpoint(ADDRESS).orElseThrow();
        var answer = journey.requests().get(request(journey, address));
        answer.requireNoGatewayError();
        if (answer.isRedirect()) {
            followToSignIn(journey, address, answer);
        } else if (answer.status() == 400) {
            var offeredBack = ERROR_OFFERED_BACK.matcher(answer.body());
            if (offeredBack.find()) {
                throw new DeadEnd(Finding.of(AUTHORIZATION_ERROR, address, offeredBack.group(1)));
            }
            // OAuth 2.1 §4.1.2.1: an error that nobody is sent back with is about the client or its redirect address.
            throw new DeadEnd(Finding.of(REDIRECT_REFUSED, ProbeClient.REDIRECT_URI, address));
        } else if (answer.status() != 200 || !answer.isHtml()) {
            throw new DeadEnd(Finding.of(UNEXPECTED_STATUS, address, answer.status()));
        }
    }

    private static WebAddress request(Journey journey, WebAddress address) {
        var form = Form.of(
                "response_type",
                "code",
                "client_id",
                journey.client().id(),
                "redirect_uri",
                ProbeClient.REDIRECT_URI,
                "scope",
                "openid",
                "state",
                Secret.random().value(),
                "code_challenge",
                journey.client().challenge(),
                "code_challenge_method",
                "S256",
                "resource",
                journey.endpoint().toString());
        return new WebAddress(URI.create(address + (address.uri().getRawQuery() == null ? "?" : "&") + form.encoded()));
    }

    private static void followToSignIn(Journey journey, WebAddress address, Answer answer) throws DeadEnd {
        var sentBack = ERROR_OFFERED_BACK.matcher(answer.location());
        if (sentBack.find()) {
            throw new DeadEnd(Finding.of(AUTHORIZATION_ERROR, address, sentBack.group(1)));
        }
        var usable = journey.address("Location", resolved(address, answer.location()));
        if (usable.isEmpty()) {
            return;
        }
        var target = usable.orElseThrow();
        if (!target.hasOriginOf(journey.issuer())) {
            throw new DeadEnd(Finding.of(SIGN_IN_ELSEWHERE, withoutQuery(target), journey.issuer()));
        }
        var page = journey.requests().get(target);
        page.requireNoGatewayError();
        if (page.status() != 200 || !page.isHtml()) {
            throw new DeadEnd(Finding.of(SIGN_IN_UNREACHABLE, withoutQuery(target), page.status()));
        }
    }

    private static String resolved(WebAddress address, String location) {
        try {
            return address.uri().resolve(location).toString();
        } catch (IllegalArgumentException malformed) {
            return location;
        }
    }

    private static String withoutQuery(WebAddress address) {
        return address.origin() + address.path();
    }
}
