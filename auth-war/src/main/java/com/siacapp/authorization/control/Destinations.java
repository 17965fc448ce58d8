package com.siacapp.authorization.control;

import com.siacapp.authorization.entity.Destination;
import com.siacapp.clients.boundary.ClientDirectory;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.clients.entity.RedirectUri;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.clients.entity.UnreadableClientException.Trouble;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The checks that come before any redirect: is there such a client, and is the address one of its own. */
@ApplicationScoped
public class Destinations {

    @Inject
    ClientDirectory clients;

    @Inject
    Installation installation;

    @Inject
    RequestFacts facts;

    /**
     * Whether the client would have to be asked about at another company's host. Strangers are not to make us do that: who
     * is not signed in is sent to sign in first.
     */
    public static boolean needsDocument(OAuthParameters parameters) {
        return parameters.values().getOrDefault("client_id", List.of()).stream().anyMatch(DocumentUrl::isMeantBy);
    }

    /** @throws UnredirectableException when client or redirect URI are not good */
    public Destination of(OAuthParameters parameters) {
        try {
            return of(client(parameters), parameters);
        } catch (OAuthException malformed) {
            throw new UnredirectableException(Problem.BAD_REQUEST, malformed.reason());
        }
    }

    /**
     * The same for a client that is known already: what is stored of it counts, and no document is waited for.
     *
     * @throws UnredirectableException when the redirect URI is not good
     */
    public Destination of(Client client, OAuthParameters parameters) {
        facts.comesBy(client.id());
        try {
            return new Destination(
                    client,
                    redirectUri(client, parameters),
                    leniently(parameters, "state"),
                    leniently(parameters, "ui_locales"),
                    installation.issuer());
        } catch (OAuthException malformed) {
            throw new UnredirectableException(Problem.BAD_REQUEST, malformed.reason());
        }
    }

    private Client client(OAuthParameters parameters) {
        var id = parameters.required("client_id");
        try {
            return clients.find(id)
                    .orElseThrow(() -> clients.isBlocked(id)
                            ? new UnredirectableException(Problem.BLOCKED_CLIENT, "the operator blocked this client")
                            : new UnredirectableException(
                                    Problem.UNKNOWN_CLIENT, "there is no client with this client_id"));
        } catch (UnreadableClientException unreadable) {
            throw new UnredirectableException(problem(unreadable.trouble()), unreadable.reason());
        }
    }

    private static Problem problem(Trouble trouble) {
        return switch (trouble) {
            case GONE -> Problem.UNKNOWN_CLIENT;
            case UNREACHABLE -> Problem.UNREACHABLE_CLIENT;
            case UNUSABLE -> Problem.UNUSABLE_CLIENT;
        };
    }

    private static String redirectUri(Client client, OAuthParameters parameters) {
        return parameters
                .optional("redirect_uri")
                .or(() -> client.onlyRedirectUri().map(RedirectUri::value))
                .filter(client::mayRedirectTo)
                .orElseThrow(() -> new UnredirectableException(
                        Problem.BAD_REDIRECT, "redirect_uri is not one that client " + client.id() + " registered"));
    }

    /** A repeated state cannot be echoed; the checks that follow report it. */
    private static Optional<String> leniently(OAuthParameters parameters, String name) {
        try {
            return parameters.optional(name);
        } catch (OAuthException repeated) {
            return Optional.empty();
        }
    }
}
