package com.siacapp.keys.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.siacapp.keys.entity.KeySummary;
import com.siacapp.keys.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The stored keys, and their way from the first publication to retirement. Each step is taken under one lock. */
@ApplicationScoped
public class SigningKeys {

    public static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    /** Any number no one else locks by: nodes that start or rotate together make one set of keys between them. */
    private static final long LOCK = 0x51AC_0001L;

    private static final int RETIRED_SHOWN = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    KeyEncryption encryption;

    @Inject
    Clock clock;

    private final Duration rotation = KeySettings.ROTATION.value();

    /** Those that verify, the one that signs last first. */
    public List<SigningKey> published() {
        return entities.createQuery(
                        "select k from SigningKey k where k.retiredAt is null order by k.signsFrom desc, k.id",
                        SigningKey.class)
                .getResultList();
    }

    /** The keys of each algorithm that count, the one that signs last first, then some of those that did. */
    public List<KeySummary> summaries() {
        var now = clock.instant();
        var all = Stream.concat(published().stream(), retired().stream()).toList();
        return ALGORITHMS.stream()
                .map(algorithm -> all.stream()
                        .filter(key -> key.algorithm().equals(algorithm.getName()))
                        .toList())
                .flatMap(keys -> KeySummary.of(keys, now).stream())
                .toList();
    }

    /** Some of those that were retired, the latest first. */
    private List<SigningKey> retired() {
        return entities.createQuery(
                        "select k from SigningKey k where k.retiredAt is not null order by k.retiredAt desc, k.id",
                        SigningKey.class)
                .setMaxResults(RETIRED_SHOWN)
                .getResultList();
    }

    /** Adds a key of each algorithm that has none. It signs at once: nobody has kept an older list. */
    public void complete() {
        lock();
        var now = clock.instant();
        ALGORITHMS.stream()
                .filter(algorithm -> ofAlgorithm(algorithm).isEmpty())
                .forEach(algorithm -> add(algorithm, now));
    }

    /**
     * Publishes the next key of each algorithm, unless one waits already.
     *
     * @return the ids of the new keys
     */
    public List<String> rotate() {
        return rotate(Duration.ZERO);
    }

    /** The same, for the algorithms whose newest key has signed for as long as it should. */
    public List<String> rotateThoseDue() {
        return rotate(rotation);
    }

    /** Retires what was replaced so long ago that nothing it signed can be alive. */
    public List<String> retireOutlived() {
        lock();
        var now = clock.instant();
        var retired = new ArrayList<String>();
        for (var algorithm : ALGORITHMS) {
            ofAlgorithm(algorithm).stream()
                    .dropWhile(
                            key -> !key.hasSignedFor(KeySettings.LONGEST_TOKEN_LIFE.plus(KeySettings.CLOCK_SKEW), now))
                    // The first of these signed when the last token of the second was issued.
                    .skip(1)
                    .forEach(key -> {
                        key.retire(now);
                        retired.add(key.id());
                    });
        }
        return retired;
    }

    /**
     * Retires a key at once, with everything it signed. If it was the one that signs, the next one does.
     *
     * @return the id, unless there is no such key or it is retired already
     */
    public List<String> retire(String id) {
        lock();
        var now = clock.instant();
        var key = entities.find(SigningKey.class, id);
        if (key == null || key.isRetired()) {
            return List.of();
        }
        key.retire(now);
        replace(JWSAlgorithm.parse(key.algorithm()), now);
        return List.of(id);
    }

    private void replace(JWSAlgorithm algorithm, Instant now) {
        var left = ofAlgorithm(algorithm);
        if (left.stream().allMatch(key -> key.isWaitingAt(now))) {
            left.stream().findFirst().ifPresentOrElse(next -> next.takeOver(now), () -> add(algorithm, now));
        }
    }

    private List<String> rotate(Duration age) {
        lock();
        var now = clock.instant();
        return ALGORITHMS.stream()
                .filter(algorithm -> ofAlgorithm(algorithm).get(0).hasSignedFor(age, now))
                .map(algorithm -> add(algorithm, now.plus(KeySettings.LEAD)))
                .toList();
    }

    private List<SigningKey> ofAlgorithm(JWSAlgorithm algorithm) {
        return published().stream()
                .filter(key -> key.algorithm().equals(algorithm.getName()))
                .toList();
    }

    private String add(JWSAlgorithm algorithm, Instant signsFrom) {
        var jwk = KeyPair.generate(algorithm);
        entities.persist(new SigningKey(
                jwk.getKeyID(),
                algorithm.getName(),
                jwk.toPublicJWK().toJSONString(),
                encryption.encrypt(jwk.toJSONString()),
                clock.instant(),
                signsFrom));
        return jwk.getKeyID();
    }

    private void lock() {
        entities.createNativeQuery("select pg_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
    }
}
