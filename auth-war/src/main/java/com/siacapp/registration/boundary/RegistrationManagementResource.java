package com.siacapp.registration.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_TOKEN;
import static com.siacapp.limits.entity.Limit.REGISTRATIONS_PER_ADDRESS;

import com.siacapp.clients.boundary.ClientRegistration;
import com.siacapp.clients.boundary.ClientRegistration.Registered;
import com.siacapp.grants.entity.PresentedToken;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.entity.Secret;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.registration.control.RegistrationPolicy;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A client that registered itself reads, changes and deletes its registration (RFC 7592 §2) with the token it got for
 * that. Whatever is wrong with client or token, the answer is the same 401.
 */
@ApplicationScoped
@Path("oauth/register/{client_id}")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationManagementResource {

    @Inject
    RegistrationPolicy policy;

    @Inject
    ClientRegistration registration;

    @Inject
    Limits limits;

    @Inject
    Installation installation;

    @Inject
    RequestFacts facts;

    @GET
    public Response read(
            @PathParam("client_id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return answer(registration.read(id, token(authorization)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @PathParam("client_id") String id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            String metadata) {
        var token = token(authorization);
        var accepted = policy.acceptUpdate(registration.read(id, token).client(), metadata);
        limits.take(REGISTRATIONS_PER_ADDRESS, limits.network());
        return answer(registration.update(id, token, accepted));
    }

    @DELETE
    public Response delete(
            @PathParam("client_id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        registration.delete(id, token(authorization));
        return Response.noContent().build();
    }

    private Response answer(Registered registered) {
        facts.comesBy(registered.client().id());
        return Response.ok(RegistrationResponse.of(registered, installation.issuer()))
                .build();
    }

    private static Secret token(@Nullable String authorization) {
        return PresentedToken.bearer(authorization)
                .map(Secret::new)
                .orElseThrow(() -> INVALID_TOKEN.because("there is no registration access token"));
    }
}
