package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.serviceaccounts.boundary.ServiceAccountTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A tenant's program by itself: OAuth 2.1 §4.2. */
@ApplicationScoped
class ClientCredentialsGrant implements TokenGrant {

    @Inject
    ServiceAccountTokens tokens;

    @Override
    public GrantType type() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public IssuedTokens redeem(Client client, OAuthParameters parameters, Optional<PresentedProof> proof) {
        return tokens.issue(
                client,
                new ServiceAccountTokens.Request(
                        parameters.optional("scope").map(Scopes::parse), parameters.resources(), proof));
    }
}
