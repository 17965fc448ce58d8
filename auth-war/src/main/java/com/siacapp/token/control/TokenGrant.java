package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.http.entity.OAuthParameters;
import java.util.Optional;

/** One grant type at the token endpoint: which parameters it owns and what it issues for them. */
public interface TokenGrant {

    GrantType type();

    /**
     * The tokens for a client that has authenticated, and for the DPoP proof of its request if it sent one.
     *
     * @throws com.siacapp.clients.entity.OAuthException when the request is not good
     */
    IssuedTokens redeem(Client client, OAuthParameters parameters, Optional<PresentedProof> proof);
}
