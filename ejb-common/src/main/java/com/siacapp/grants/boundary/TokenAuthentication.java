package com.siacapp.grants.boundary;

import com.siacapp.grants.control.AccessTokenVerifier;
import com.siacapp.grants.control.Callers;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.grants.entity.PresentedToken;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who calls with an access token. Asked with every request, it mostly answers without the database, so it is no EJB; the
 * transaction that spends a proof is {@link AccessTokens}'.
 */
@ApplicationScoped
public class TokenAuthentication {

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    Callers callers;

    @EJB
    AccessTokens accessTokens;

    /**
     * The caller behind an access token: its signature and claims are right, its grant is alive at this moment, and who
     * presents it holds the key it is bound to. Name, role and tenant are those of now, not of when the token was issued.
     */
    public Caller authenticate(PresentedToken presented) throws InvalidTokenException {
        var claims = verifier.verify(presented.token());
        // RFC 9449 §7.2: a bound token is no bearer token, and a bearer token is bound to nobody.
        if (claims.boundKey().isPresent() != presented.proof().isPresent()) {
            throw new InvalidTokenException("a bound token came as Bearer, or an unbound one with the DPoP scheme");
        }
        var caller = callers.behind(claims)
                .orElseThrow(() -> new InvalidTokenException("there is no such grant, or it is revoked or expired"));
        if (claims.boundKey().isPresent()) {
            accessTokens.requirePossession(presented, claims.boundKey().orElseThrow());
        }
        return caller;
    }
}
