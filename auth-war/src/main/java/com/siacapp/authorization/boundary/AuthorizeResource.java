package com.siacapp.authorization.boundary;

import com.siacapp.authorization.control.AuthorizationChecks;
import com.siacapp.authorization.control.ConsentForm;
import com.siacapp.authorization.control.Destinations;
import com.siacapp.authorization.entity.Destination;
import com.siacapp.browser.control.BrowserSignIn;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.grants.boundary.Authorization;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.users.entity.SignedInUser;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The authorization endpoint (OAuth 2.1 §4.1.1). It keeps no state between its pages: the request stays in the address,
 * and is checked from the start each time.
 */
@Path("oauth/authorize")
public class AuthorizeResource {

    private static final Logger LOG = Logger.getLogger(AuthorizeResource.class);

    @Inject
    Destinations destinations;

    @Inject
    AuthorizationChecks checks;

    @Inject
    BrowserSignIn signIn;

    @Inject
    ConsentForm consent;

    @Inject
    Authorization authorization;

    @GET
    public Response ask(@Context UriInfo address) {
        return withPerson(new OAuthParameters(address.getQueryParameters()), consent::show);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @Context UriInfo address,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("decision") @Nullable String decision) {
        consent.requireOurs(csrf);
        if ("switch".equals(decision)) {
            return signIn.switchPerson();
        }
        return withPerson(new OAuthParameters(address.getQueryParameters()), (request, person) -> {
            if (!"allow".equals(decision)) {
                throw OAuthError.ACCESS_DENIED.because("the person said no");
            }
            var code = authorization.approve(request, consent.grantable(request, person), person);
            return Response.seeOther(destinations
                            .of(new OAuthParameters(address.getQueryParameters()))
                            .success(code))
                    .build();
        });
    }

    /**
     * Nobody is redirected to a client before they signed in, not even with an error: otherwise anyone could register a
     * client and use this server as an open redirector (OAuth 2.1 §7.13.2). {@code prompt=none} is no exception while
     * every client is one that registered itself.
     */
    private Response withPerson(
            OAuthParameters parameters, BiFunction<AuthorizationRequest, SignedInUser, Response> then) {
        var destination = destinations.of(parameters);
        var person = signIn.current();
        try {
            if (person.isEmpty()) {
                return signIn.ask();
            }
            destination.requireOpenTo(person.get().tenant());
            if (AuthorizationChecks.forbidsPages(parameters)) {
                throw OAuthError.CONSENT_REQUIRED.because("prompt is none");
            }
            return then.apply(checks.check(destination, parameters), person.get());
        } catch (OAuthException refused) {
            return redirected(destination, refused);
        }
    }

    private static Response redirected(Destination destination, OAuthException refused) {
        LOG.infof(
                "Client %s is answered %s: %s.",
                destination.client().id(), refused.error().wireName(), refused.reason());
        return Response.seeOther(destination.failure(refused.error())).build();
    }
}
