package com.siacapp.account.control;

import com.siacapp.browser.control.FormTokens;
import com.siacapp.http.control.PageResponses;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.LinkPage;
import com.siacapp.pages.entity.LinkPage.Typed;
import com.siacapp.pages.entity.LinkResultPage;
import com.siacapp.pages.entity.Page;
import com.siacapp.users.boundary.OneTimeLinks.OpenLink;
import com.siacapp.users.entity.AccountProblem;
import com.siacapp.users.entity.OneTimeLink.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of one-time links. The secret is in their address, so they tell no other page where one came from. */
@RequestScoped
public class LinkPages {

    private static final String FORM = "one-time link";
    private static final String SIGN_IN = "/signin?return_to=%2Faccount";

    @Inject
    PageResponses pages;

    @Inject
    FormTokens tokens;

    @Inject
    HttpServletRequest request;

    public Response ask(OpenLink link) {
        return show(200, link, new Typed("", link.name(), link.email()), Set.of());
    }

    /** The same page with what was wrong and what was typed, but for the password. */
    public Response askAgain(OpenLink link, Typed typed, Set<AccountProblem> problems) {
        var email = link.kind() == Kind.SETUP ? typed.email() : link.email();
        return show(422, link, new Typed(typed.company(), typed.name(), email), problems);
    }

    /** One text for a link that was used, withdrawn, is too old or never was. */
    public Response over() {
        return show(404, new LinkResultPage(pages.address(), false, SIGN_IN));
    }

    public Response goToDone() {
        return Response.seeOther(URI.create("/link/done")).build();
    }

    public Response done() {
        return show(200, new LinkResultPage(pages.address(), true, SIGN_IN));
    }

    public void requireOurs(@Nullable String csrf) {
        tokens.require(form(), csrf);
    }

    private Response show(int status, OpenLink link, Typed typed, Set<AccountProblem> problems) {
        var company = link.kind() == Kind.SETUP ? typed.company() : new DisplayName(link.company()).value();
        return show(
                status,
                new LinkPage(
                        pages.address(),
                        "/link?" + request.getQueryString(),
                        tokens.tokenFor(form()),
                        link.kind(),
                        new DisplayName(link.invitedBy()),
                        link.invitedBy().isEmpty(),
                        new Typed(company, typed.name(), typed.email()),
                        problems));
    }

    private Response show(int status, Page page) {
        return tokens.withBrowser(pages.page(status, page))
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** The token is for this very link. */
    private String form() {
        return FORM + request.getParameter("key");
    }
}
