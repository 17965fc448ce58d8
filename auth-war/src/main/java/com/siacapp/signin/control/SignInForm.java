package com.siacapp.signin.control;

import com.siacapp.authorization.control.AskedRequests;
import com.siacapp.authorization.control.Destinations;
import com.siacapp.authorization.entity.Destination;
import com.siacapp.browser.control.Cookies;
import com.siacapp.browser.control.FormTokens;
import com.siacapp.browser.control.ReturnAddress;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.clients.entity.RedirectUri;
import com.siacapp.http.control.PageLanguage;
import com.siacapp.http.control.PageResponses;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.keys.entity.Secret;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Person;
import com.siacapp.pages.entity.SignInPage;
import com.siacapp.pages.entity.SignedInPage;
import com.siacapp.pages.entity.SignedOutPage;
import com.siacapp.users.boundary.Sessions;
import com.siacapp.users.boundary.SignIn.SignedIn;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of signing in and out, and their cookies. */
@RequestScoped
public class SignInForm {

    @Inject
    PageResponses pages;

    @Inject
    FormTokens tokens;

    @Inject
    Cookies cookies;

    @Inject
    Sessions sessions;

    @Inject
    PageLanguage language;

    @Inject
    AskedRequests requests;

    @Inject
    Destinations destinations;

    public Response ask(@Nullable String returnTo) {
        return ask(200, ReturnAddress.parse(returnTo), "", false, 0).build();
    }

    /** The same page with one constant text, whichever of the two was wrong (ASVS 6.3.8). */
    public Response askAgain(@Nullable String returnTo, String email) {
        return ask(401, ReturnAddress.parse(returnTo), email, true, 0).build();
    }

    /** The same page, and how long to wait; it does not say whether the password was looked at. */
    public Response askLater(@Nullable String returnTo, String email, TryLaterException notNow) {
        var wait = notNow.retryAfterSeconds();
        return ask(429, ReturnAddress.parse(returnTo), email, false, wait)
                .header(HttpHeaders.RETRY_AFTER, wait)
                .build();
    }

    /** What this browser has to show that somebody signed in with it before. */
    public Optional<Secret> browserProof() {
        return cookies.browserProof();
    }

    private Response.ResponseBuilder ask(
            int status, Optional<ReturnAddress> returnTo, String typedEmail, boolean refused, long wait) {
        var waiting = returnTo.filter(ReturnAddress::isForAnApp).flatMap(this::waiting);
        waiting.ifPresent(app -> language.askedBy(app.destination().uiLocales()));
        var email =
                typedEmail.isEmpty() ? waiting.flatMap(WaitingApp::loginHint).orElse("") : typedEmail;
        var page = new SignInPage(
                pages.address(),
                action(returnTo),
                tokens.tokenFor(FormTokens.SIGN_IN_OR_OUT),
                waiting.map(WaitingApp::name).orElse(DisplayName.NONE),
                email,
                refused,
                wait);
        var formEndsAt = waiting.map(app -> URI.create(app.destination().redirectUri()))
                .or(() -> returnTo.flatMap(this::unreadApp));
        return tokens.withBrowser(pages.page(status, page, formEndsAt));
    }

    /** A new session, in a cookie that did not exist before the sign-in (ASVS 7.2.4), and on to where it was for. */
    public Response welcome(SignedIn signedIn, @Nullable String returnTo) {
        cookies.session().ifPresent(sessions::end);
        return Response.seeOther(
                        ReturnAddress.parse(returnTo).map(ReturnAddress::uri).orElse(URI.create("/signin")))
                .cookie(cookies.forSession(signedIn.session()), cookies.forBrowserProof(signedIn.browserProof()))
                .build();
    }

    public Response signedIn(SignedInUser user) {
        var person = new Person(user.name(), user.email(), user.tenantName());
        var page = new SignedInPage(pages.address(), person, "/signout", tokens.tokenFor(FormTokens.SIGN_IN_OR_OUT));
        return tokens.withBrowser(pages.page(200, page)).build();
    }

    public Response goodbye() {
        cookies.session().ifPresent(sessions::end);
        return Response.seeOther(URI.create("/signout"))
                .cookie(cookies.noSession())
                .build();
    }

    public Response signedOut() {
        return pages.page(200, new SignedOutPage(pages.address(), "/signin", null))
                .build();
    }

    public void requireOurs(@Nullable String token) {
        tokens.require(FormTokens.SIGN_IN_OR_OUT, token);
    }

    private Optional<WaitingApp> waiting(ReturnAddress address) {
        try {
            var asked = requests.of(address.parameters()).parameters();
            if (Destinations.needsDocument(asked)) {
                return Optional.empty();
            }
            return Optional.of(new WaitingApp(destinations.of(asked), asked));
        } catch (UnredirectableException notGood) {
            return Optional.empty();
        }
    }

    /** Where a client wants its answer of which nothing else is read before a person signed in. */
    private Optional<URI> unreadApp(ReturnAddress address) {
        return Optional.of(address.parameters())
                .filter(Destinations::needsDocument)
                .map(parameters -> parameters.values().getFirst("redirect_uri"))
                .flatMap(uri -> RedirectUri.registrable(uri, Optional.empty()))
                .map(uri -> URI.create(uri.value()));
    }

    private static String action(Optional<ReturnAddress> returnTo) {
        return "/signin"
                + returnTo.map(address -> "?" + ReturnAddress.PARAMETER + "="
                                + URLEncoder.encode(address.pathAndQuery(), StandardCharsets.UTF_8))
                        .orElse("");
    }

    /** The app whose request waits for the sign-in. */
    private record WaitingApp(Destination destination, OAuthParameters parameters) {

        DisplayName name() {
            return new DisplayName(destination.client().name());
        }

        /** Who the client expects to sign in (OpenID Connect Core §3.1.2.1); a malformed hint is no hint. */
        Optional<String> loginHint() {
            try {
                return parameters.optional("login_hint");
            } catch (OAuthException malformed) {
                return Optional.empty();
            }
        }
    }
}
