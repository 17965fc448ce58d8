package com.siacapp.account.boundary;

import com.siacapp.account.control.LinkPages;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.LinkPage.Typed;
import com.siacapp.users.boundary.Accounts.Founding;
import com.siacapp.users.boundary.NewPassword;
import com.siacapp.users.boundary.OneTimeLinks;
import com.siacapp.users.boundary.OneTimeLinks.OpenLink;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.AccountRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** One-time links. Opening one uses nothing, however often programs that scan links do it; only its form does, once. */
@ApplicationScoped
@Path("link")
public class LinkResource {

    @Inject
    OneTimeLinks links;

    @Inject
    LinkPages pages;

    @GET
    public Response open(@QueryParam("key") @DefaultValue("") String key) {
        return links.open(new Secret(key)).map(pages::ask).orElseGet(pages::over);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response use(
            @QueryParam("key") @DefaultValue("") String key,
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("company") @DefaultValue("") String company,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        pages.requireOurs(csrf);
        var secret = new Secret(key);
        var typed = new Typed(company, name, email);
        return links.open(secret)
                .map(link -> use(secret, link, typed, new NewPassword(password, again)))
                .orElseGet(pages::over);
    }

    @GET
    @Path("done")
    public Response done() {
        return pages.done();
    }

    private Response use(Secret secret, OpenLink link, Typed typed, NewPassword password) {
        try {
            switch (link.kind()) {
                case SETUP -> links.setUp(secret, new Founding(typed.company(), typed.name(), typed.email()), password);
                case INVITATION -> links.join(secret, typed.name(), password);
                case PASSWORD_RESET -> links.resetPassword(secret, password);
            }
            return pages.goToDone();
        } catch (AccountRefusal refused) {
            return refused.problems().contains(AccountProblem.LINK_IS_OVER)
                    ? pages.over()
                    : pages.askAgain(link, typed, refused.problems());
        }
    }
}
