package com.siacapp.clients.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT_METADATA;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.clients.entity.DocumentUrl;
import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** Which public keys a client may have (RFC 7591 §2), and for what they are good. */
public final class KeyRules {

    private static final int FEWEST_RSA_BITS = 2048;

    /** Verifying costs the square of the size, and grows with the exponent: strangers are not to choose what it costs. */
    private static final int MOST_RSA_BITS = 4096;

    private static final int MOST_EXPONENT_BITS = 32;
    private static final int LONGEST = 20_000;
    private static final int MOST_KEYS = 50;

    private KeyRules() {}

    /** @throws com.siacapp.clients.entity.OAuthException invalid_client_metadata */
    static Keys accept(@Nullable Object jwks, @Nullable Object jwksUri) {
        if (jwks != null && jwksUri != null) {
            throw INVALID_CLIENT_METADATA.because("there are both jwks and jwks_uri");
        }
        if (jwksUri != null) {
            var url = DocumentUrl.parse(jwksUri.toString())
                    .orElseThrow(() -> INVALID_CLIENT_METADATA.because("jwks_uri is no https address of a domain"));
            return new Keys(null, url.value());
        }
        if (jwks == null) {
            return Keys.NONE;
        }
        if (!(jwks instanceof Map<?, ?> object)) {
            throw INVALID_CLIENT_METADATA.because("jwks is no object");
        }
        try {
            var text = JSONObject.toJSONString(asJson(object));
            return new Keys(publicKeys(text).toString(), null);
        } catch (ParseException malformed) {
            throw INVALID_CLIENT_METADATA.because("jwks is no set of keys");
        }
    }

    /** Keys as an administrator gives them, a set or the address of one; empty when they can sign nothing. */
    public static Optional<Keys> typed(String jwks, String jwksUri) {
        if (jwksUri.isEmpty()) {
            return pasted(jwks);
        }
        return DocumentUrl.parse(jwksUri).filter(url -> jwks.isEmpty()).map(url -> new Keys(null, url.value()));
    }

    /** The keys an administrator pasted, if one of them can sign. */
    public static Optional<Keys> pasted(String jwks) {
        try {
            return Optional.of(new Keys(publicKeys(jwks).toString(), null)).filter(KeyRules::canSign);
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asJson(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    /** A set of public keys; keys of kinds we do not know are left out, a private or secret one spoils the set. */
    static JWKSet publicKeys(String text) throws ParseException {
        if (text.length() > LONGEST) {
            throw new ParseException("too long", 0);
        }
        var keys = JWKSet.parse(text);
        if (keys.size() > MOST_KEYS || keys.getKeys().stream().anyMatch(JWK::isPrivate)) {
            throw new ParseException("too many keys, or not all of them public", 0);
        }
        return keys;
    }

    /** Whether a client with these keys can sign its assertions: those at an address are not looked at before. */
    public static boolean canSign(Keys keys) {
        if (keys.jwks() == null) {
            return keys.jwksUri() != null;
        }
        try {
            return JWKSet.parse(keys.jwks()).getKeys().stream()
                    .anyMatch(key -> !algorithms(key).isEmpty());
        } catch (ParseException impossible) {
            throw new IllegalStateException("We wrote it", impossible);
        }
    }

    /** The algorithms of ours that a key is good for: strong enough, and not meant for something else. */
    public static Set<JWSAlgorithm> algorithms(JWK key) {
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            return Set.of();
        }
        var possible = new LinkedHashSet<JWSAlgorithm>();
        if (key instanceof RSAKey rsa && isStrongAndCheap(rsa)) {
            possible.addAll(List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256));
        }
        if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
            possible.add(JWSAlgorithm.ES256);
        }
        if (key.getAlgorithm() != null) {
            possible.removeIf(
                    algorithm -> !algorithm.getName().equals(key.getAlgorithm().getName()));
        }
        return possible;
    }

    private static boolean isStrongAndCheap(RSAKey key) {
        var bits = key.getModulus().decodeToBigInteger().bitLength();
        return bits >= FEWEST_RSA_BITS
                && bits <= MOST_RSA_BITS
                && key.getPublicExponent().decodeToBigInteger().bitLength() <= MOST_EXPONENT_BITS;
    }
}
