package com.siacapp.doctor.control;

import com.siacapp.doctor.entity.WebAddress;
import com.siacapp.keys.entity.Secret;
import java.util.Optional;

/** A person who lets the doctor's own client have a token, where there is one. */
public interface Consent {

    /** Nobody's: codes and tokens are tried that cannot be good. */
    Consent OF_NOBODY = asked -> Optional.empty();

    /** A code for this client, or nothing: then no token is asked for and none is sent anywhere. */
    Optional<Secret> codeFor(Asked asked);

    /**
     * To whom code and token would be shown.
     *
     * @param endpoint the MCP endpoint, which gets the token
     * @param issuer the authorization server
     * @param tokenEndpoint what gets the code
     * @param revocationEndpoint what gets the token, too
     */
    record Asked(
            WebAddress endpoint,
            WebAddress issuer,
            WebAddress tokenEndpoint,
            Optional<WebAddress> revocationEndpoint,
            String clientId,
            String redirectUri,
            String codeChallenge) {}
}
