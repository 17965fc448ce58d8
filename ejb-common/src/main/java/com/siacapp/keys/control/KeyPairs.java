package com.siacapp.keys.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys in use, newest first. Immutable: a rotation replaces the whole. */
public record KeyPairs(List<KeyPair> all) {

    public KeyPairs {
        all = List.copyOf(all);
    }

    public static KeyPairs of(List<JWK> jwks) {
        var provider = SignatureProvider.choose();
        return new KeyPairs(jwks.stream().map(jwk -> KeyPair.of(jwk, provider)).toList());
    }

    public KeyPair newest(JWSAlgorithm algorithm) {
        return all.stream()
                .filter(key -> key.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no key for " + algorithm));
    }

    public Optional<KeyPair> withId(@Nullable String id) {
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
