package com.siacapp.authorization.boundary;

import com.siacapp.authorization.control.AskedRequests;
import com.siacapp.authorization.control.AuthorizationChecks;
import com.siacapp.authorization.control.ConsentForm;
import com.siacapp.authorization.control.Destinations;
import com.siacapp.authorization.control.ErrorAnswers;
import com.siacapp.authorization.control.SignInDemands;
import com.siacapp.authorization.entity.AskedRequest;
import com.siacapp.authorization.entity.Destination;
import com.siacapp.authorization.entity.SignInDemand;
import com.siacapp.browser.control.BrowserSignIn;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.grants.boundary.Authorization;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.RememberedConsent;
import com.siacapp.http.control.PageLanguage;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.users.entity.SignedInUser;
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
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * The authorization endpoint (OAuth 2.1 §4.1.1). It keeps no state between its pages: the request stays in the address,
 * or where the client pushed it, and is checked from the start each time.
 */
@ApplicationScoped
@Path(AuthorizeResource.PATH)
public class AuthorizeResource {

    static final String PATH = "oauth/authorize";

    @Inject
    AskedRequests requests;

    @Inject
    Destinations destinations;

    @Inject
    SignInDemands demands;

    @Inject
    AuthorizationChecks checks;

    @Inject
    BrowserSignIn signIn;

    @Inject
    ConsentForm consent;

    @Inject
    Authorization authorization;

    @Inject
    ErrorAnswers errors;

    @Inject
    PageLanguage language;

    @Inject
    Clock clock;

    @GET
    public Response ask(@Context UriInfo address) {
        return withPerson(address, visit -> {
            var scopes = consent.grantable(visit.request, visit.person);
            var remembered = visit.demand.asksForConsent()
                    ? Optional.<RememberedConsent>empty()
                    : authorization.remembered(visit.request, scopes, visit.person);
            if (remembered.isPresent()) {
                requests.answer(visit.asked);
                var code = authorization.approveAsBefore(remembered.get());
                if (code.isPresent()) {
                    return success(visit, code.get());
                }
            }
            if (visit.demand.forbidsPages()) {
                throw OAuthError.CONSENT_REQUIRED.because("prompt is none");
            }
            return consent.show(visit.request, visit.person);
        });
    }

    /** A client's request when it has no form token (OpenID Connect Core §3.1.2.1); the person's answer when it has. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@Context UriInfo address, MultivaluedMap<String, String> body) {
        var token = body.getFirst("csrf");
        return token == null
                ? BrowserSignIn.byGet(PATH, demands.forAddress(new OAuthParameters(body)))
                : decide(address, token, String.valueOf(body.getFirst("decision")));
    }

    private Response decide(UriInfo address, String token, String decision) {
        return withPerson(address, visit -> {
            if (!consent.isAnswer(visit.request, visit.person, token)) {
                return consent.showAgain(visit.request, visit.person);
            }
            if (decision.equals("switch")) {
                return signIn.switchPerson();
            }
            var scopes = consent.grantable(visit.request, visit.person);
            requests.answer(visit.asked);
            if (!decision.equals("allow")) {
                authorization.refuse(visit.request, visit.person);
                return errors.decline(visit.destination, OAuthError.ACCESS_DENIED.because("the person said no"));
            }
            return success(visit, authorization.approve(visit.request, scopes, visit.person));
        });
    }

    /** Nobody is answered, not even with an error, before the person signed in (OAuth 2.1 §7.13.2). */
    private Response withPerson(UriInfo address, Function<Visit, Response> then) {
        var asked = requests.of(new OAuthParameters(address.getQueryParameters()));
        var known = signIn.current();
        if (known.isEmpty() && Destinations.needsDocument(asked.parameters())) {
            return askStranger(asked);
        }
        var destination = destinations.of(asked.parameters());
        language.askedBy(destination.uiLocales());
        try {
            var demand = demands.of(asked);
            var person = known.filter(user -> demand.isMetBy(user, clock.instant()));
            if (person.isEmpty()) {
                if (demand.forbidsPages()) {
                    throw OAuthError.LOGIN_REQUIRED.because("prompt is none");
                }
                return askToSignIn(asked);
            }
            destination.requireOpenTo(person.get().tenant());
            var request = checks.check(destination, asked.parameters(), asked.isPushed());
            return then.apply(new Visit(asked, destination, demand, request, person.get()));
        } catch (OAuthException refused) {
            return errors.refuse(destination, known, refused);
        }
    }

    /**
     * Strangers make us read no document (ADR 26). Without one nobody knows whether the request's redirect address is the
     * client's, so that where no page may be asked for (OpenID Connect Core §3.1.2.6) the person is told, and no client.
     */
    private Response askStranger(AskedRequest asked) {
        if (SignInDemands.forbidPages(asked.parameters())) {
            throw new UnredirectableException(Problem.SIGN_IN_FORBIDDEN, "login_required, and the client is not read");
        }
        return askToSignIn(asked);
    }

    private Response askToSignIn(AskedRequest asked) {
        return asked.isPushed() ? signIn.ask() : signIn.askOnce(SignInDemands::withoutFulfilled);
    }

    private static Response success(Visit visit, Secret code) {
        return Response.seeOther(visit.destination.success(code)).build();
    }

    /** One request by one person. */
    private record Visit(
            AskedRequest asked,
            Destination destination,
            SignInDemand demand,
            AuthorizationRequest request,
            SignedInUser person) {}
}
