package com.siacapp.registration.boundary;

import com.siacapp.clients.boundary.ClientRegistration;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.limits.entity.Flood;
import com.siacapp.registration.control.RegistrationPolicy;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Dynamic client registration (RFC 7591 §3). */
@ApplicationScoped
@Path("oauth/register")
public class RegistrationResource {

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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response register(String metadata) {
        var accepted = policy.accept(metadata);
        limits.take(Flood.REGISTRATIONS);
        var registered = registration.register(accepted);
        facts.comesBy(registered.client().id());
        return Response.status(Response.Status.CREATED)
                .entity(RegistrationResponse.of(registered, installation.issuer()))
                .build();
    }
}
