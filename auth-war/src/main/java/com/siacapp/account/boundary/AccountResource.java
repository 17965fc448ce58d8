package com.siacapp.account.boundary;

import com.siacapp.account.control.AccountPages;
import com.siacapp.browser.control.Cookies;
import com.siacapp.console.control.Console;
import com.siacapp.grants.boundary.ConnectedApps;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.boundary.NewPassword;
import com.siacapp.users.boundary.PasswordChange;
import com.siacapp.users.boundary.Sessions;
import com.siacapp.users.entity.AccountRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's own account; whoever is not signed in is sent to sign in and back. */
@ApplicationScoped
@Path("account")
public class AccountResource {

    private static final String HERE = "/account";

    @Inject
    Console console;

    @Inject
    AccountPages pages;

    @Inject
    ConnectedApps apps;

    @Inject
    Sessions sessions;

    @Inject
    PasswordChange passwordChange;

    @Inject
    Cookies cookies;

    @GET
    public Response overview() {
        return pages.overview();
    }

    /** One button of the page was pressed. Ids of others are like ids of nobody. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("disconnect") @Nullable UUID grant,
            @FormParam("end") @Nullable UUID session,
            @FormParam("end-others") @Nullable String endOthers) {
        var person = console.person();
        console.requireOurs(Section.ACCOUNT, csrf);
        if (grant != null) {
            return done(apps.disconnect(person, grant), Notice.APP_DISCONNECTED);
        }
        if (session != null) {
            return done(sessions.end(person, session), Notice.SESSION_ENDED);
        }
        if (endOthers != null) {
            sessions.endOthers(person);
            return done(true, Notice.OTHER_SESSIONS_ENDED);
        }
        return done(false, Notice.DONE);
    }

    @GET
    @Path("password")
    public Response password() {
        return pages.password();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again,
            @FormParam("disconnect-apps") @Nullable String disconnectApps) {
        var person = console.person();
        console.requireOurs(Section.ACCOUNT, csrf);
        try {
            var wanted = new NewPassword(password, again);
            passwordChange.change(person, current, wanted, disconnectApps != null, cookies.browserProof());
            return done(true, Notice.PASSWORD_CHANGED);
        } catch (AccountRefusal refused) {
            return pages.passwordAgain(refused);
        } catch (TryLaterException notNow) {
            if (notNow.why() == TryLaterException.Cause.OVERLOADED) {
                throw notNow;
            }
            return pages.passwordLater(notNow);
        }
    }

    private Response done(boolean isDone, Notice notice) {
        return console.goTo(HERE, isDone ? notice : Notice.GONE_ALREADY);
    }
}
