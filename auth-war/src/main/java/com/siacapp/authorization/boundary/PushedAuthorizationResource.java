package com.siacapp.authorization.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_REQUEST;
import static com.siacapp.limits.entity.Limit.PUSHED_REQUESTS_PER_ADDRESS;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.authorization.control.AskedRequests;
import com.siacapp.authorization.control.AuthorizationChecks;
import com.siacapp.authorization.control.Destinations;
import com.siacapp.authorization.entity.Destination;
import com.siacapp.clients.boundary.ClientAuthentication;
import com.siacapp.clients.entity.Client;
import com.siacapp.grants.boundary.PushedRequests;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.token.control.PresentedCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Pushed authorization requests (RFC 9126): the client authenticates and leaves its request here, checked at once, so that
 * the browser carries a reference nobody can change.
 */
@ApplicationScoped
@Path("oauth/par")
public class PushedAuthorizationResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    Destinations destinations;

    @Inject
    AuthorizationChecks checks;

    @Inject
    PushedRequests requests;

    @Inject
    Limits limits;

    @Inject
    Installation installation;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response push(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("DPoP") List<String> proofs,
            MultivaluedMap<String, String> form) {
        var asked = new OAuthParameters(form);
        var client = clients.authenticate(PresentedCredentials.of(authorization, asked));
        // RFC 9126 §2.1: required here as in any authorization request, however the client authenticates.
        asked.required("client_id");
        var address = URI.create(installation.issuer() + "/oauth/par");
        var key = requests.provenKey(PresentedProof.among(proofs, HttpMethod.POST, address));
        var parameters = bound(asked, key);
        // RFC 9126 §2.1: a pushed request cannot refer to another.
        if (parameters.optional("request_uri").isPresent()) {
            throw INVALID_REQUEST.because("request_uri in a pushed request");
        }
        checks.check(destination(client, parameters), parameters, true);
        limits.take(PUSHED_REQUESTS_PER_ADDRESS, limits.network());
        var reference = requests.push(
                client.id(), parameters.without(PresentedCredentials.PARAMETERS).encoded(), key);
        return Response.status(Response.Status.CREATED)
                .entity(new PushedAuthorizationResponse(
                        AskedRequests.referenceTo(reference),
                        TokenSettings.PUSHED_REQUEST_LIFESPAN.value().toSeconds()))
                .build();
    }

    /** RFC 9449 §10.1: a proof binds the code like {@code dpop_jkt}, and does not contradict it. */
    private static OAuthParameters bound(OAuthParameters parameters, Optional<ProvenKey> key) {
        var thumbprint = key.map(ProvenKey::thumbprint);
        if (thumbprint.isEmpty()) {
            return parameters;
        }
        if (parameters
                .optional("dpop_jkt")
                .filter(other -> !thumbprint.equals(Optional.of(other)))
                .isPresent()) {
            throw INVALID_REQUEST.because("dpop_jkt is not the thumbprint of the proof's key");
        }
        return parameters.with("dpop_jkt", thumbprint.get());
    }

    /** RFC 9126 §2.3: here the client itself asks, so that it can be told what a person would be shown. */
    private Destination destination(Client client, OAuthParameters parameters) {
        try {
            return destinations.of(client, parameters);
        } catch (UnredirectableException refused) {
            throw INVALID_REQUEST.because(String.valueOf(refused.getMessage()));
        }
    }

    /** RFC 9126 §2.2. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(
            description = "A reference to the request that was left here.",
            requiredProperties = {"request_uri", "expires_in"})
    record PushedAuthorizationResponse(
            @Schema(description = "What the authorization endpoint is asked with, once.")
            String requestUri,

            @Schema(description = "Seconds until it expires.")
            long expiresIn) {

        /** Never the reference: it must not reach a log. */
        @Override
        public String toString() {
            return "PushedAuthorizationResponse[hidden]";
        }
    }
}
