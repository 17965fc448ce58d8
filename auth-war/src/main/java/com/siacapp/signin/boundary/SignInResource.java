package com.siacapp.signin.boundary;

import com.siacapp.browser.control.BrowserSignIn;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.observability.control.Counts;
import com.siacapp.observability.entity.SignInOutcome;
import com.siacapp.signin.control.SignInForm;
import com.siacapp.users.boundary.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@ApplicationScoped
@Path("")
public class SignInResource {

    @Inject
    SignInForm form;

    @Inject
    BrowserSignIn browser;

    @Inject
    SignIn signIn;

    @Inject
    Counts counts;

    @GET
    @Path("signin")
    public Response page(@QueryParam("return_to") @Nullable String returnTo) {
        return browser.current()
                .filter(person -> returnTo == null)
                .map(form::signedIn)
                .orElseGet(() -> form.ask(returnTo));
    }

    @POST
    @Path("signin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @QueryParam("return_to") @Nullable String returnTo,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password) {
        form.requireOurs(csrf);
        var typedEmail = email == null ? "" : email;
        try {
            var result = signIn.withPassword(typedEmail, password == null ? "" : password, form.browserProof());
            counts.signIn(result.isPresent() ? SignInOutcome.OK : SignInOutcome.FAILED);
            return result.map(signedIn -> form.welcome(signedIn, returnTo))
                    .orElseGet(() -> form.askAgain(returnTo, typedEmail));
        } catch (TryLaterException notNow) {
            counts.signIn(SignInOutcome.REFUSED);
            if (notNow.why() == TryLaterException.Cause.OVERLOADED) {
                throw notNow;
            }
            return form.askLater(returnTo, typedEmail, notNow);
        }
    }

    /** Where the language links of the page after a sign-out lead. */
    @GET
    @Path("signout")
    public Response signedOut() {
        return form.signedOut();
    }

    @POST
    @Path("signout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@FormParam("csrf") @Nullable String csrf) {
        form.requireOurs(csrf);
        return form.goodbye();
    }
}
