package com.siacapp.keys.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.siacapp.keys.entity.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys in use, the one that signs last first. Immutable: a change replaces the whole. */
public record KeyPairs(List<KeyPair> all, String jwks) {

    /** Before the first are read. */
    public static final KeyPairs NONE = of(List.of());

    public static KeyPairs of(List<KeyPair> pairs) {
        List<JWK> published = pairs.stream().map(KeyPair::jwk).toList();
        return new KeyPairs(List.copyOf(pairs), new JWKSet(published).toString(true));
    }

    /** What is stored now; those known already are not decrypted again. */
    public KeyPairs replacedBy(List<SigningKey> stored, Function<SigningKey, KeyPair> open) {
        return of(stored.stream()
                .map(key -> withId(key.id())
                        .map(known -> known.signingFrom(key.signsFrom()))
                        .orElseGet(() -> open.apply(key)))
                .toList());
    }

    /** The last that may sign by now; before anyone may, as a clock that is behind could see it, the first to come. */
    public KeyPair signing(JWSAlgorithm algorithm, Instant now) {
        var candidates =
                all.stream().filter(key -> key.algorithm().equals(algorithm)).toList();
        return candidates.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .or(() -> candidates.stream().reduce((later, earlier) -> earlier))
                .orElseThrow(() -> new IllegalStateException("There is no key for " + algorithm));
    }

    public boolean has(JWSAlgorithm algorithm) {
        return all.stream().anyMatch(key -> key.algorithm().equals(algorithm));
    }

    public Optional<KeyPair> withId(@Nullable String id) {
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
