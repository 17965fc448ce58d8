package com.siacapp.authorization.control;

import com.siacapp.browser.control.FormTokens;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.consent.control.ConsentQuestion;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.Scope;
import com.siacapp.http.control.PageResponses;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The question to the person, and what of it their role can give. */
@RequestScoped
public class ConsentForm {

    @Inject
    PageResponses pages;

    @Inject
    FormTokens tokens;

    @Inject
    HttpServletRequest request;

    public Response show(AuthorizationRequest asked, SignedInUser person) {
        return show(asked, person, 200, false);
    }

    /** What the person answered is not what they would answer now: nothing was done, and they are asked once more. */
    public Response showAgain(AuthorizationRequest asked, SignedInUser person) {
        return show(asked, person, 400, true);
    }

    private Response show(AuthorizationRequest asked, SignedInUser person, int status, boolean again) {
        var question = question(asked, person);
        var page = question.page(
                pages.address(),
                "/oauth/authorize?" + request.getQueryString(),
                tokens.tokenFor(form(question)),
                again,
                "");
        return tokens.withBrowser(pages.page(status, page, Optional.of(question.redirect())))
                .build();
    }

    /** The scopes asked for that this person's role can give. */
    public Set<Scope> grantable(AuthorizationRequest asked, SignedInUser person) {
        var scopes = asked.scopes().stream()
                .filter(scope -> scope.isOpenTo(person.role()))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            throw OAuthError.INVALID_SCOPE.because("the person's role can give none of the scopes");
        }
        return scopes;
    }

    /** Whether this answers the question as it would be asked now, in this browser and session. */
    public boolean isAnswer(AuthorizationRequest asked, SignedInUser person, @Nullable String token) {
        return tokens.fits(form(question(asked, person)), token);
    }

    private ConsentQuestion question(AuthorizationRequest asked, SignedInUser person) {
        return new ConsentQuestion(
                asked.client(),
                asked.scopes(),
                grantable(asked, person),
                asked.resource(),
                URI.create(asked.redirectUri()),
                person);
    }

    /**
     * The token is for all that the page says: an answer to one client's question is no answer to another's, nor to what
     * the client made of itself while the page was open.
     */
    private String form(ConsentQuestion question) {
        return "consent?" + request.getQueryString() + "\n" + question.said();
    }
}
