package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.identityproviders.boundary.AssertedTokens;
import com.siacapp.identityproviders.boundary.IdentityAssertions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a company's identity provider asserts of a person: RFC 7523 §2.1, draft-ietf-oauth-identity-assertion-authz-grant. */
@ApplicationScoped
class IdentityAssertionGrant implements TokenGrant {

    @Inject
    IdentityAssertions assertions;

    @Inject
    AssertedTokens tokens;

    @Override
    public GrantType type() {
        return GrantType.JWT_BEARER;
    }

    @Override
    public IssuedTokens redeem(Client client, OAuthParameters parameters, Optional<PresentedProof> proof) {
        return tokens.issue(
                client,
                new AssertedTokens.Request(
                        assertions.read(client, parameters.required("assertion")),
                        parameters.optional("scope").map(Scopes::parse),
                        parameters.resources(),
                        proof));
    }
}
