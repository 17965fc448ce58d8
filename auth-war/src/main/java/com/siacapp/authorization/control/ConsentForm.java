package com.siacapp.authorization.control;

import com.siacapp.browser.control.FormTokens;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientSource;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.http.control.PageResponses;
import com.siacapp.pages.entity.AskingApp;
import com.siacapp.pages.entity.ConsentPage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Person;
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
        var redirect = URI.create(asked.redirectUri());
        var page = new ConsentPage(
                pages.address(),
                "/oauth/authorize?" + request.getQueryString(),
                tokens.tokenFor(form(asked, person)),
                again,
                app(asked.client(), redirect),
                new Person(person.name(), person.email(), person.tenantName()),
                person.role(),
                URI.create(asked.resource()),
                asked.scopes(),
                TokenSettings.REFRESH_TOKEN_IDLE_LIMIT.value(),
                TokenSettings.GRANT_LIFESPAN.value());
        return tokens.withBrowser(pages.page(status, page, Optional.of(redirect)))
                .build();
    }

    /** The host of a metadata document vouches for the client; for what registered itself nobody does. */
    private static AskingApp app(Client client, URI redirect) {
        var name = new DisplayName(client.name());
        return client.source() == ClientSource.METADATA_DOCUMENT
                ? AskingApp.verified(name, URI.create(client.id()).getHost(), redirect)
                : AskingApp.unverified(name, redirect);
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
        return tokens.fits(form(asked, person), token);
    }

    /**
     * The token is for all that the page says: an answer to one client's question is no answer to another's, nor to what
     * the client made of itself while the page was open. The name comes last, it alone could hold the separator.
     */
    private String form(AuthorizationRequest asked, SignedInUser person) {
        var client = asked.client();
        return String.join(
                "\n",
                "consent?" + request.getQueryString(),
                client.source().name(),
                asked.redirectUri(),
                asked.resource(),
                Scopes.format(asked.scopes()),
                Scopes.format(grantable(asked, person)),
                client.name());
    }
}
