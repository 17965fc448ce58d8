package com.siacapp.authorization.control;

import com.siacapp.authorization.entity.AskedRequest;
import com.siacapp.authorization.entity.AskedRequest.Pushed;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.grants.boundary.PushedRequests;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.ErrorPage.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where the parameters of a request are: in the address, or pushed before (RFC 9126). */
@ApplicationScoped
public class AskedRequests {

    private static final String REFERENCE = "urn:ietf:params:oauth:request_uri:";

    @Inject
    PushedRequests pushed;

    /** RFC 9126 §2.2: an address of ours that only who pushed knows. */
    public static String referenceTo(Secret secret) {
        return REFERENCE + secret.value();
    }

    /**
     * The request of this address. Of a pushed one only what was pushed counts (RFC 9101 §5).
     *
     * @throws UnredirectableException when there is no such pushed request, or no longer
     */
    public AskedRequest of(OAuthParameters address) {
        try {
            return address.optional("request_uri")
                    .filter(uri -> uri.startsWith(REFERENCE))
                    .map(uri -> new Secret(uri.substring(REFERENCE.length())))
                    .map(secret -> pushed(secret, address.required("client_id")))
                    .orElseGet(() -> new AskedRequest(address, Optional.empty()));
        } catch (OAuthException malformed) {
            throw new UnredirectableException(Problem.BAD_REQUEST, malformed.reason());
        }
    }

    private AskedRequest pushed(Secret secret, String clientId) {
        var request = pushed.open(secret, clientId)
                .orElseThrow(() -> new UnredirectableException(
                        Problem.EXPIRED_REQUEST, "there is no such pushed request of this client"));
        return new AskedRequest(
                OAuthParameters.parse(request.parameters()), Optional.of(new Pushed(secret, request.createdAt())));
    }

    /** A reference is answered once (RFC 9126 §7.3). */
    public void answer(AskedRequest asked) {
        if (asked.isPushed() && !pushed.spend(asked.pushed().orElseThrow().reference())) {
            throw new UnredirectableException(Problem.EXPIRED_REQUEST, "the pushed request was answered before");
        }
    }
}
