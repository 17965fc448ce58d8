package com.siacapp.keys.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.siacapp.keys.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;

/** The stored keys, newest first. */
@ApplicationScoped
public class SigningKeys {

    /** Any number no one else locks by: nodes that start together make one set of keys between them. */
    private static final long CREATION_LOCK = 0x51AC_0001L;

    @PersistenceContext
    EntityManager entities;

    @Inject
    KeyEncryption encryption;

    @Inject
    Clock clock;

    public List<JWK> all() {
        return entities.createQuery("select k from SigningKey k order by k.createdAt desc", SigningKey.class)
                .getResultStream()
                .map(key -> parse(encryption.decrypt(key.encryptedPrivateJwk())))
                .toList();
    }

    /** Adds a key of each algorithm that has none. */
    public void complete(List<JWSAlgorithm> algorithms) {
        entities.createNativeQuery("select pg_advisory_xact_lock(?1)")
                .setParameter(1, CREATION_LOCK)
                .getSingleResult();
        var present = all().stream().map(jwk -> jwk.getAlgorithm().getName()).toList();
        algorithms.stream()
                .filter(algorithm -> !present.contains(algorithm.getName()))
                .map(KeyPair::generate)
                .forEach(this::add);
    }

    private void add(JWK jwk) {
        entities.persist(new SigningKey(
                jwk.getKeyID(),
                jwk.getAlgorithm().getName(),
                jwk.toPublicJWK().toJSONString(),
                encryption.encrypt(jwk.toJSONString()),
                clock.instant()));
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException corrupt) {
            throw new IllegalStateException("A stored signing key is not a JWK", corrupt);
        }
    }
}
