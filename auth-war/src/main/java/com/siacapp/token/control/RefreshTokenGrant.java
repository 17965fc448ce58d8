package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.boundary.TokenIssuance;
import com.siacapp.grants.boundary.TokenIssuance.RefreshRequest;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Refresh with rotation: OAuth 2.1 §4.3. */
@ApplicationScoped
class RefreshTokenGrant implements TokenGrant {

    @Inject
    TokenIssuance issuance;

    @Override
    public GrantType type() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public IssuedTokens redeem(Client client, OAuthParameters parameters, Optional<PresentedProof> proof) {
        return issuance.refresh(
                client,
                new RefreshRequest(
                        new Secret(parameters.required("refresh_token")),
                        parameters.optional("scope").map(Scopes::parse),
                        parameters.resources(),
                        proof));
    }
}
