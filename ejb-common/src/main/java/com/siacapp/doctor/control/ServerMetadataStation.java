package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.ENDPOINT_MISSING;
import static com.siacapp.doctor.entity.Fault.FOREIGN_ENDPOINT;
import static com.siacapp.doctor.entity.Fault.ISSUER_MISMATCH;
import static com.siacapp.doctor.entity.Fault.ISSUER_SLASH;
import static com.siacapp.doctor.entity.Fault.NO_CLIENT_DOCUMENTS;
import static com.siacapp.doctor.entity.Fault.NO_ISS;
import static com.siacapp.doctor.entity.Fault.NO_PUBLIC_CLIENTS;
import static com.siacapp.doctor.entity.Fault.NO_REFRESH;
import static com.siacapp.doctor.entity.Fault.NO_S256;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.doctor.entity.Part;
import java.util.List;
import java.util.stream.StreamSupport;

/** The authorization server's metadata, in both forms (RFC 8414 §3, OpenID Connect Discovery §4; MCP authorization). */
final class ServerMetadataStation implements Station {

    private static final List<String> FORMS = List.of("oauth-authorization-server", "openid-configuration");

    private static final List<String> NEEDED =
            List.of("authorization_endpoint", "token_endpoint", "registration_endpoint", "jwks_uri");
    private static final List<String> WELCOME = List.of(
            "revocation_endpoint",
            "userinfo_endpoint",
            "pushed_authorization_request_endpoint",
            "end_session_endpoint");

    @Override
    public Part part() {
        return Part.SERVER_METADATA;
    }

    @Override
    public boolean canBeVisited(Journey journey) {
        return journey.hasIssuer();
    }

    @Override
    public void visit(Journey journey) {
        for (var form : FORMS) {
            try {
                var metadata =
                        journey.requests().get(journey.issuer().wellKnown(form)).document();
                compareIssuer(journey, metadata.path("issuer").asText());
                readEndpoints(journey, metadata);
                readAbilities(journey, metadata);
                journey.learnServer(metadata);
            } catch (DeadEnd here) {
                journey.found(here.finding());
            }
        }
    }

    /** RFC 8414 §3.3: identical to the address the document was asked for with. */
    private static void compareIssuer(Journey journey, String published) {
        var expected = journey.issuer().toString();
        if (published.equals(expected)) {
            return;
        }
        var isOnlySlash = published.equals(expected + "/") || expected.equals(published + "/");
        journey.address("issuer", published)
                .ifPresent(address -> journey.found(isOnlySlash ? ISSUER_SLASH : ISSUER_MISMATCH, published, expected));
    }

    private static void readEndpoints(Journey journey, JsonNode metadata) {
        for (var name : NEEDED) {
            if (metadata.path(name).asText().isEmpty()) {
                journey.found(ENDPOINT_MISSING, name);
            } else {
                readEndpoint(journey, name, metadata.path(name).asText());
            }
        }
        WELCOME.stream()
                .filter(name -> metadata.has(name))
                .forEach(name -> readEndpoint(journey, name, metadata.path(name).asText()));
    }

    private static void readEndpoint(Journey journey, String name, String value) {
        journey.address(name, value)
                .filter(address -> !address.hasOriginOf(journey.issuer()))
                .ifPresent(foreign -> journey.found(FOREIGN_ENDPOINT, name, value, journey.issuer()));
    }

    private static void readAbilities(Journey journey, JsonNode metadata) {
        if (!lists(metadata, "code_challenge_methods_supported", "S256")) {
            journey.found(NO_S256);
        }
        if (!lists(metadata, "token_endpoint_auth_methods_supported", "none")) {
            journey.found(NO_PUBLIC_CLIENTS);
        }
        if (!metadata.path("client_id_metadata_document_supported").asBoolean()) {
            journey.found(NO_CLIENT_DOCUMENTS);
        }
        if (!metadata.path("authorization_response_iss_parameter_supported").asBoolean()) {
            journey.found(NO_ISS);
        }
        if (!lists(metadata, "grant_types_supported", "refresh_token")) {
            journey.found(NO_REFRESH);
        }
    }

    private static boolean lists(JsonNode metadata, String member, String value) {
        return StreamSupport.stream(metadata.path(member).spliterator(), false)
                .anyMatch(listed -> listed.asText().equals(value));
    }
}
