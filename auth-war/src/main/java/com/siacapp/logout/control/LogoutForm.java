package com.siacapp.logout.control;

import com.siacapp.browser.control.Cookies;
import com.siacapp.browser.control.FormTokens;
import com.siacapp.http.control.PageLanguage;
import com.siacapp.http.control.PageResponses;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.logout.control.LogoutRequests.LogoutRequest;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.LogoutPage;
import com.siacapp.pages.entity.Person;
import com.siacapp.pages.entity.SignedOutPage;
import com.siacapp.users.boundary.Sessions;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The question whether to sign out, and what comes after it. */
@RequestScoped
public class LogoutForm {

    private static final String PATH = "/oauth/logout";

    @Inject
    PageResponses pages;

    @Inject
    PageLanguage language;

    @Inject
    FormTokens tokens;

    @Inject
    Cookies cookies;

    @Inject
    Sessions sessions;

    public Response ask(LogoutRequest request, OAuthParameters parameters, SignedInUser person) {
        language.askedBy(request.uiLocales());
        var page = new LogoutPage(
                pages.address(),
                PATH + "?" + parameters.encoded(),
                tokens.tokenFor(form(parameters)),
                request.client().map(client -> new DisplayName(client.name())).orElse(DisplayName.NONE),
                new Person(person.name(), person.email(), person.tenantName()));
        return tokens.withBrowser(pages.page(200, page, request.destination())).build();
    }

    /** Nobody is signed in: no link sends a browser on from here, the person's click does (OAuth 2.1 §7.13.2). */
    public Response alreadyDone(LogoutRequest request) {
        language.askedBy(request.uiLocales());
        var page = new SignedOutPage(
                pages.address(), "/signin", request.destination().orElse(null));
        return pages.page(200, page).build();
    }

    public Response signOut(LogoutRequest request) {
        cookies.session().ifPresent(sessions::end);
        return request.destination()
                .map(Response::seeOther)
                .orElseGet(() -> Response.seeOther(URI.create("/signout")))
                .cookie(cookies.noSession())
                .build();
    }

    public Response stay() {
        return Response.seeOther(URI.create("/signin")).build();
    }

    public void requireOurs(OAuthParameters parameters, String token) {
        tokens.require(form(parameters), token);
    }

    /** The token is for this very request: an answer to one client's question is no answer to another's. */
    private static String form(OAuthParameters parameters) {
        return "logout?" + parameters.encoded();
    }
}
