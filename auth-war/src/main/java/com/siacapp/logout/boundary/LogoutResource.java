package com.siacapp.logout.boundary;

import com.siacapp.browser.control.BrowserSignIn;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.logout.control.LogoutForm;
import com.siacapp.logout.control.LogoutRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * The logout endpoint (OpenID Connect RP-Initiated Logout §2). It always asks: a link must not be able to sign anybody out
 * (ASVS 10.6.2).
 */
@ApplicationScoped
@Path(LogoutResource.PATH)
public class LogoutResource {

    static final String PATH = "oauth/logout";

    @Inject
    LogoutRequests requests;

    @Inject
    LogoutForm form;

    @Inject
    BrowserSignIn browser;

    @GET
    public Response ask(@Context UriInfo address) {
        var parameters = new OAuthParameters(address.getQueryParameters());
        var request = requests.of(parameters);
        return browser.current()
                .map(person -> form.ask(request, parameters, person))
                .orElseGet(() -> form.alreadyDone(request));
    }

    /** A client's request when it has no form token; the person's answer when it has. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@Context UriInfo address, MultivaluedMap<String, String> body) {
        var parameters = new OAuthParameters(body);
        return parameters
                .optional("csrf")
                .map(token -> decide(new OAuthParameters(address.getQueryParameters()), token, parameters))
                .orElseGet(() -> BrowserSignIn.byGet(PATH, requests.forAddress(parameters)));
    }

    private Response decide(OAuthParameters asked, String token, OAuthParameters answer) {
        var request = requests.of(asked);
        form.requireOurs(asked, token);
        return answer.optional("decision").filter("sign-out"::equals).isPresent() ? form.signOut(request) : form.stay();
    }
}
