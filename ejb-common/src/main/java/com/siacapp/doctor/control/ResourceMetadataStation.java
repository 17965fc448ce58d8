package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.NO_AUTHORIZATION_SERVER;
import static com.siacapp.doctor.entity.Fault.RESOURCE_MISMATCH;
import static com.siacapp.doctor.entity.Fault.RESOURCE_SLASH;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.WebAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/** The resource's metadata at every address where clients look for it (RFC 9728 §3; MCP authorization). */
final class ResourceMetadataStation implements Station {

    private static final String DOCUMENT = "oauth-protected-resource";

    @Override
    public Part part() {
        return Part.RESOURCE_METADATA;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.isReached();
    }

    @Override
    public void visit(Journey journey) {
        for (var address : addresses(journey)) {
            try {
                compare(journey, address, journey.requests().get(address).document());
            } catch (DeadEnd here) {
                journey.found(here.finding());
            }
        }
    }

    private static Set<WebAddress> addresses(Journey journey) {
        var addresses = new LinkedHashSet<WebAddress>();
        journey.challengedMetadata().ifPresent(addresses::add);
        addresses.add(journey.endpoint().wellKnown(DOCUMENT));
        addresses.add(journey.endpoint().at("/.well-known/" + DOCUMENT));
        return addresses;
    }

    private static void compare(Journey journey, WebAddress address, JsonNode metadata) {
        compareResource(journey, metadata.path("resource").asText());
        var issuer = metadata.path("authorization_servers").path(0).asText();
        if (issuer.isEmpty()) {
            journey.found(NO_AUTHORIZATION_SERVER, address);
        } else {
            journey.address("authorization_servers", issuer).ifPresent(journey::learnIssuer);
        }
    }

    /** RFC 9728 §3.3: identical, byte for byte, or clients must not use the document. */
    private static void compareResource(Journey journey, String published) {
        var expected = journey.endpoint().toString();
        if (published.equals(expected)) {
            return;
        }
        var isOnlySlash = published.equals(expected + "/") || expected.equals(published + "/");
        journey.address("resource", published)
                .ifPresent(address ->
                        journey.found(isOnlySlash ? RESOURCE_SLASH : RESOURCE_MISMATCH, published, expected));
    }
}
