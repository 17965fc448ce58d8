package com.siacapp.token.control;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.boundary.TokenIssuance;
import com.siacapp.grants.boundary.TokenIssuance.DeviceCodeRedemption;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A device that asks whether its person has decided: RFC 8628 §3.4. */
@ApplicationScoped
class DeviceCodeGrant implements TokenGrant {

    @Inject
    TokenIssuance issuance;

    @Override
    public GrantType type() {
        return GrantType.DEVICE_CODE;
    }

    @Override
    public IssuedTokens redeem(Client client, OAuthParameters parameters, Optional<PresentedProof> proof) {
        return issuance.redeem(
                client,
                new DeviceCodeRedemption(
                        new Secret(parameters.required("device_code")), parameters.resources(), proof));
    }
}
