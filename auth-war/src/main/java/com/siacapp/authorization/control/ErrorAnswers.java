package com.siacapp.authorization.control;

import com.siacapp.authorization.entity.Destination;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.http.control.PageResponses;
import com.siacapp.pages.entity.AskingApp;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.ReturnPage;
import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.users.entity.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * How a client learns of an error. Nobody is sent to an unvetted client by a mere link, or anyone could register a client
 * and use this server as an open redirector: the person is shown where it goes and decides (OAuth 2.1 §7.13.2).
 */
@RequestScoped
public class ErrorAnswers {

    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    @Inject
    PageResponses pages;

    @Inject
    RequestFacts facts;

    /** To the client by itself if an administrator vouches for it; else by way of a page. */
    public Response refuse(Destination destination, Optional<SignedInUser> person, OAuthException refused) {
        log(destination, refused);
        if (destination.isTrustedBy(person)) {
            return redirect(destination, refused);
        }
        var address = URI.create(destination.redirectUri());
        var app = AskingApp.unverified(new DisplayName(destination.client().name()), address);
        var page = new ReturnPage(
                pages.address(),
                app,
                destination.failure(refused.error()),
                refused.error().wireName());
        return pages.page(400, page).build();
    }

    /** To the client by itself, because the person just decided on a page that said where this leads. */
    public Response decline(Destination destination, OAuthException refused) {
        log(destination, refused);
        return redirect(destination, refused);
    }

    private static Response redirect(Destination destination, OAuthException refused) {
        return Response.seeOther(destination.failure(refused.error())).build();
    }

    private void log(Destination destination, OAuthException refused) {
        facts.refusedWith(refused.error().wireName());
        LOG.infof(
                "Client %s is answered %s: %s.",
                destination.client().id(), refused.error().wireName(), refused.reason());
    }
}
