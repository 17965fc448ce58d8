package com.siacapp.consent.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.pages.entity.AskingApp;
import com.siacapp.pages.entity.ConsentPage;
import com.siacapp.pages.entity.Lifetime;
import com.siacapp.pages.entity.PageAddress;
import com.siacapp.pages.entity.Person;
import com.siacapp.users.entity.SignedInUser;
import java.net.URI;
import java.util.Set;

/**
 * What an app asks of a person.
 *
 * @param grantable what of the scopes the person's role can give
 * @param redirect where the browser goes with the answer
 */
public record ConsentQuestion(
        Client client, Set<Scope> scopes, Set<Scope> grantable, String resource, URI redirect, SignedInUser person) {

    public ConsentQuestion {
        scopes = Set.copyOf(scopes);
        grantable = Set.copyOf(grantable);
    }

    /** @param userCode the code that the person's device shows; empty when a browser was sent here */
    public ConsentPage page(PageAddress address, String action, String csrf, boolean isShownAgain, String userCode) {
        return new ConsentPage(
                address,
                action,
                csrf,
                isShownAgain,
                AskingApp.of(client, redirect),
                new Person(person.name(), person.email(), person.tenantName()),
                person.role(),
                URI.create(resource),
                scopes,
                lifetime(),
                userCode);
    }

    /** All that the page says, in one text. The name comes last, it alone could hold the separator. */
    public String said() {
        return String.join(
                "\n",
                client.id(),
                client.source().name(),
                redirect.toString(),
                resource,
                Scopes.format(scopes),
                Scopes.format(grantable),
                lifetime().toString(),
                client.name());
    }

    /** Who did not register for refresh tokens gets none, and has no more than what an access token lasts. */
    private Lifetime lifetime() {
        return new Lifetime(
                TokenSettings.ACCESS_TOKEN_LIFESPAN.value(),
                client.mayUse(GrantType.REFRESH_TOKEN),
                TokenSettings.REFRESH_TOKEN_IDLE_LIMIT.value(),
                TokenSettings.GRANT_LIFESPAN.value());
    }
}
