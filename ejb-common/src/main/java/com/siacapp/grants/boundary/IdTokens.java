package com.siacapp.grants.boundary;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.grants.entity.IdTokenHint;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** ID tokens that come back to us. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdTokens {

    private static final JOSEObjectType HINT = new JOSEObjectType("hint+jwt");

    @Inject
    KeyRing keys;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /**
     * The same hint without the ID token, for an address, which comes into logs: it says no more than who is meant, to the
     * client that is meant to know, and is over as soon as it is made. Rubbish for what proves nothing, which is then still
     * a hint that names nobody.
     */
    public String forAddress(String token) {
        return read(token)
                .map(hint -> keys.sign(
                        HINT,
                        JWSAlgorithm.ES256,
                        new JWTClaimsSet.Builder()
                                .issuer(installation.issuer().toString())
                                .subject(hint.subject().toString())
                                .audience(hint.clientId())
                                .expirationTime(Date.from(clock.instant()))
                                .build()))
                .orElse("unreadable");
    }

    /**
     * What an ID token of ours says, expired or not (OpenID Connect RP-Initiated Logout §2). A hint that proves nothing
     * is no hint.
     */
    public Optional<IdTokenHint> read(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var type = jwt.getHeader().getType();
            // RFC 8725 §3.11: an access token is no ID token.
            var isOurs = (JOSEObjectType.JWT.equals(type) || HINT.equals(type))
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
