package com.siacapp.grants.boundary;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.grants.entity.IdTokenHint;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;

/** ID tokens that come back to us. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdTokens {

    @Inject
    KeyRing keys;

    @Inject
    Installation installation;

    /**
     * What an ID token of ours says, expired or not (OpenID Connect RP-Initiated Logout §2). A hint that proves nothing
     * is no hint.
     */
    public Optional<IdTokenHint> read(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            // RFC 8725 §3.11: an access token is no ID token.
            var isOurs = JOSEObjectType.JWT.equals(jwt.getHeader().getType())
                    && keys.hasSigned(jwt)
                    && installation.issuer().toString().equals(claims.getIssuer())
                    && claims.getSubject() != null
                    && claims.getAudience().size() == 1;
            return isOurs
                    ? Optional.of(new IdTokenHint(
                            UUID.fromString(claims.getSubject()),
                            claims.getAudience().get(0)))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
