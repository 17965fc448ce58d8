package com.siacapp.console.control;

import com.siacapp.browser.control.BrowserSignIn;
import com.siacapp.browser.control.FormTokens;
import com.siacapp.console.entity.ConfirmPage;
import com.siacapp.console.entity.ConfirmPage.Question;
import com.siacapp.http.control.PageResponses;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Notice;
import com.siacapp.pages.entity.Person;
import com.siacapp.pages.entity.Section;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the console share: who is signed in, the frame, the tokens of forms, and what follows a form. */
@RequestScoped
public class Console {

    @Inject
    BrowserSignIn browser;

    @Inject
    PageResponses pages;

    @Inject
    FormTokens tokens;

    @Inject
    Installation installation;

    @Inject
    HttpServletRequest request;

    private @Nullable SignedInUser person;

    /**
     * Who is signed in.
     *
     * @throws WebApplicationException to the sign-in page and back, when nobody is
     */
    public SignedInUser person() {
        if (person == null) {
            person = browser.current().orElseThrow(() -> new WebApplicationException(browser.ask()));
        }
        return person;
    }

    public Frame frame(Section current) {
        var user = person();
        return new Frame(
                pages.address(),
                new Person(user.name(), user.email(), user.tenantName()),
                Section.openTo(user.role(), user.isOperator()),
                current,
                Notice.named(request.getParameter(Notice.PARAMETER))
                        .map(List::of)
                        .orElse(List.of()),
                tokens.tokenFor(FormTokens.SIGN_IN_OR_OUT));
    }

    /** The token of every form of a section. */
    public String csrf(Section section) {
        return tokens.tokenFor(form(section));
    }

    public void requireOurs(Section section, @Nullable String csrf) {
        tokens.require(form(section), csrf);
    }

    public Response show(ConsolePage page) {
        return show(200, page);
    }

    public Response show(int status, ConsolePage page) {
        return tokens.withBrowser(pages.page(status, page)).build();
    }

    /** Asks once more before something is done by a post to this same address. */
    public Response confirm(Section section, Question question, String subject, String back) {
        return show(new ConfirmPage(
                frame(section),
                csrf(section),
                question,
                new DisplayName(subject),
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()),
                back));
    }

    /** A link as somebody else opens it. */
    public String absolute(String path) {
        return installation.issuer() + path;
    }

    /** Away from a form that did its work, so that a reload repeats nothing. */
    public Response goTo(String path, Notice notice) {
        return Response.seeOther(URI.create(path + "?" + Notice.PARAMETER + "=" + notice))
                .build();
    }

    private static String form(Section section) {
        return "console " + section;
    }
}
