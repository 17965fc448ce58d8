package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.boundary.TokenIssuance;
import com.siacapp.grants.boundary.TokenIssuance.CodeRedemption;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Authorization code with PKCE: OAuth 2.1 §4.1.3, RFC 7636 §4.5. */
@ApplicationScoped
class AuthorizationCodeGrant implements TokenGrant {

    @Inject
    TokenIssuance issuance;

    @Override
    public GrantType type() {
        return GrantType.AUTHORIZATION_CODE;
    }

    @Override
    public IssuedTokens redeem(Client client, OAuthParameters parameters, Optional<PresentedProof> proof) {
        return issuance.redeem(
                client,
                new CodeRedemption(
                        new Secret(parameters.required("code")),
                        parameters.required("code_verifier"),
                        parameters.optional("redirect_uri"),
                        parameters.resources(),
                        proof));
    }
}
