package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.http.entity.OAuthParameters;

/** One grant type at the token endpoint: which parameters it owns and what it issues for them. */
public interface TokenGrant {

    GrantType type();

    /** @throws com.siacapp.clients.entity.OAuthException when the request is not good */
    IssuedTokens redeem(Client client, OAuthParameters parameters);
}
