package com.siacapp.grants.boundary;

import com.siacapp.grants.control.DpopProofs;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.grants.entity.PushedRequest;
import com.siacapp.keys.entity.Secret;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Authorization requests that clients push (RFC 9126). */
@Stateless
public class PushedRequests {

    @PersistenceContext
    EntityManager entities;

    @Inject
    DpopProofs proofs;

    @Inject
    Clock clock;

    /**
     * The key that the client proved with its request, to which the code will be bound (RFC 9449 §10.1).
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof
     */
    public Optional<ProvenKey> provenKey(Optional<PresentedProof> proof) {
        return proofs.withPushedRequest(proof);
    }

    /**
     * Keeps the request for {@link TokenSettings#PUSHED_REQUEST_LIFESPAN}; the secret is its reference.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof when the proof was used before
     */
    public Secret push(String clientId, String parameters, Optional<ProvenKey> key) {
        proofs.requireFresh(key);
        var reference = Secret.random();
        entities.persist(new PushedRequest(
                reference, clientId, parameters, clock.instant(), TokenSettings.PUSHED_REQUEST_LIFESPAN.value()));
        return reference;
    }

    /** The request of this reference, while it lives, for the client that pushed it. */
    public Optional<PushedRequest> open(Secret reference, String clientId) {
        var now = clock.instant();
        var request = Optional.ofNullable(entities.find(PushedRequest.class, reference.hash()))
                .filter(found -> found.isAliveAt(now) && found.clientId().equals(clientId));
        request.ifPresent(found -> found.open(now, TokenSettings.DECISION_TIME.value()));
        return request;
    }

    /** RFC 9126 §7.3: a reference is worth one answer. False if it was answered before. */
    public boolean spend(Secret reference) {
        return entities.createNativeQuery("delete from pushed_authorization_request where hash = ?1")
                        .setParameter(1, reference.hash())
                        .executeUpdate()
                == 1;
    }

    /** Forgets what nobody came back for. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void forgetExpired() {
        entities.createNativeQuery("delete from pushed_authorization_request where expires_at < ?1")
                .setParameter(1, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .executeUpdate();
    }
}
