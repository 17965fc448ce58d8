package com.siacapp.grants.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_DPOP_PROOF;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.entity.Client;
import com.siacapp.grants.entity.DpopScheme;
import com.siacapp.grants.entity.InvalidProofException;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proofs of possession (RFC 9449 §4.3). The library knows no clock but the machine's, so that their time is compared here:
 * it is told to let any time pass.
 */
@ApplicationScoped
public class DpopProofs {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.copyOf(DpopScheme.ALGORITHMS);

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST_AGE = Duration.ofSeconds(60);
    private static final long ANY_SECONDS = Duration.ofDays(3650).toSeconds();

    /** Longer than a proof can be good: its age and the clocks' difference. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    /** Longer than any key we take needs. */
    private static final int LONGEST = 4096;

    private static final DPoPIssuer ANYBODY = new DPoPIssuer("client");

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * The key a client proved as it pushed a request (RFC 9449 §10.1).
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof
     */
    public Optional<ProvenKey> withPushedRequest(Optional<PresentedProof> proof) {
        return proof.map(this::verifiedForTokens);
    }

    /**
     * The key a client proved at the token endpoint; none if it sent no proof and may do without (RFC 9449 §5).
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof
     */
    public Optional<ProvenKey> atTokenEndpoint(Client client, Optional<PresentedProof> proof) {
        if (proof.isEmpty() && client.bindsAccessTokensByDpop()) {
            throw INVALID_DPOP_PROOF.because("the client registered for dpop_bound_access_tokens and sent no proof");
        }
        return proof.map(this::verifiedForTokens);
    }

    /**
     * The key to which a client wants what it asks for to be bound, if it proved one.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof
     */
    public Optional<ProvenKey> announced(Optional<PresentedProof> proof) {
        return proof.map(this::verifiedForTokens);
    }

    private ProvenKey verifiedForTokens(PresentedProof proof) {
        try {
            var jwt = parse(proof);
            var verifier = new DPoPTokenRequestVerifier(ALGORITHMS, proof.address(), ANY_SECONDS, ANY_SECONDS, null);
            var key = verifier.verify(ANYBODY, jwt, Set.of(), null);
            requireTime(jwt);
            return new ProvenKey(key.getValue().toString(), idOf(jwt));
        } catch (InvalidDPoPProofException | JOSEException | ParseException | IllegalArgumentException refused) {
            throw INVALID_DPOP_PROOF.because("the proof does not hold");
        } catch (InvalidProofException refused) {
            throw INVALID_DPOP_PROOF.because(String.valueOf(refused.getMessage()));
        }
    }

    /** That who presents this token, bound to the key of this thumbprint, holds that key (RFC 9449 §7.1). */
    public ProvenKey withToken(PresentedProof proof, String accessToken, String thumbprint)
            throws InvalidProofException {
        try {
            var jwt = parse(proof);
            new DPoPProtectedResourceRequestVerifier(ALGORITHMS, ANY_SECONDS, ANY_SECONDS, null)
                    .verify(
                            proof.method(),
                            proof.address(),
                            ANYBODY,
                            jwt,
                            new DPoPAccessToken(accessToken),
                            new JWKThumbprintConfirmation(new Base64URL(thumbprint)),
                            Set.of(),
                            null);
            requireTime(jwt);
            return new ProvenKey(thumbprint, idOf(jwt));
        } catch (InvalidDPoPProofException
                | AccessTokenValidationException
                | JOSEException
                | ParseException
                | IllegalArgumentException refused) {
            throw new InvalidProofException("the proof does not hold for this token and request");
        }
    }

    /**
     * Spends the proof; false if it was before, on whatever node (RFC 9449 §11.1). Call it last, so that a refused request
     * leaves nothing behind. Each also forgets a few that are too old to matter, and never waits for another doing so.
     */
    public boolean spend(ProvenKey key) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return !entities.createNativeQuery("""
                        with forgotten as (
                            delete from dpop_proof where (jkt, jti_hash) in (
                                select jkt, jti_hash from dpop_proof where expires_at < ?1
                                limit 20 for update skip locked))
                        insert into dpop_proof (jkt, jti_hash, expires_at) values (?2, ?3, ?4)
                        on conflict do nothing
                        returning 1""")
                .setParameter(1, now)
                .setParameter(2, key.thumbprint())
                .setParameter(3, new Secret(key.proof()).hash())
                .setParameter(4, now.plus(REMEMBERED))
                .getResultList()
                .isEmpty();
    }

    /**
     * Spends the proof of a token request, if it had one.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof
     */
    public void requireFresh(Optional<ProvenKey> key) {
        if (key.filter(proven -> !spend(proven)).isPresent()) {
            throw INVALID_DPOP_PROOF.because("the proof was used before");
        }
    }

    private static SignedJWT parse(PresentedProof proof) throws ParseException, InvalidProofException {
        if (proof.jwt().length() > LONGEST) {
            throw new InvalidProofException("the proof is longer than any we take");
        }
        var jwt = SignedJWT.parse(proof.jwt());
        var key = jwt.getHeader().getJWK();
        if (key == null || !KeyRules.algorithms(key).contains(jwt.getHeader().getAlgorithm())) {
            throw new InvalidProofException("its key is none, too weak, or larger than any we verify with");
        }
        return jwt;
    }

    private void requireTime(SignedJWT proof) throws ParseException, InvalidProofException {
        var claims = proof.getJWTClaimsSet();
        var issued = claims.getIssueTime().toInstant();
        var now = clock.instant();
        if (issued.isAfter(now.plus(CLOCK_SKEW))
                || issued.isBefore(now.minus(LONGEST_AGE).minus(CLOCK_SKEW))
                || (claims.getExpirationTime() != null
                        && !claims.getExpirationTime().toInstant().isAfter(now.minus(CLOCK_SKEW)))) {
            throw new InvalidProofException("it is not from just now");
        }
    }

    private static String idOf(SignedJWT jwt) throws ParseException {
        @Nullable String id = jwt.getJWTClaimsSet().getJWTID();
        return String.valueOf(id);
    }
}
