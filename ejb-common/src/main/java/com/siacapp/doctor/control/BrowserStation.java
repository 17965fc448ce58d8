package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.CORS_MISSING;

import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.WebAddress;
import java.util.List;

/** Whether clients that run in a browser may call what they have to call themselves (Fetch Standard, CORS protocol). */
final class BrowserStation implements Station {

    /** A page that is nobody's. */
    private static final String ORIGIN = "https://client.example";

    private static final List<String> CALLED = List.of("token_endpoint", "registration_endpoint");

    @Override
    public Part part() {
        return Part.BROWSER;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return CALLED.stream().anyMatch(journey::hasEndpointOf);
    }

    @Override
    public void visit(Journey journey) throws DeadEnd {
        for (var name : CALLED) {
            var address = journey.serverEndpoint(name);
            if (address.isPresent() && !answersPreflight(journey, address.orElseThrow())) {
                journey.found(CORS_MISSING, name, address.orElseThrow());
            }
        }
    }

    private static boolean answersPreflight(Journey journey, WebAddress address) throws DeadEnd {
        var answer = journey.requests()
                .send(
                        address,
                        "OPTIONS",
                        request -> request.header("Origin", ORIGIN)
                                .header("Access-Control-Request-Method", "POST")
                                .header("Access-Control-Request-Headers", "content-type"));
        var allowed = answer.header("Access-Control-Allow-Origin").orElse("");
        return answer.status() / 100 == 2 && (allowed.equals("*") || allowed.equals(ORIGIN));
    }
}
