package com.siacapp.clients.control;

import static com.siacapp.clients.entity.UnreadableClientException.Trouble.UNUSABLE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;

/** The public keys of clients and identity providers: those they registered, or those at the address they registered. */
@ApplicationScoped
public class ClientKeys {

    /** Several RSA keys with their certificates. */
    private static final int MOST_BYTES = 20_000;

    @Inject
    GuardedFetch fetch;

    @Inject
    StoredKeys stored;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private FetchedDocuments<JWKSet> fetched;

    @PostConstruct
    void start() {
        fetched = new FetchedDocuments<>(fetch, clock, MOST_BYTES, this::keep);
    }

    /**
     * Whether one of these keys signed it.
     *
     * @throws UnreadableClientException when they are at an address, and it cannot be read nor ever was
     */
    public boolean haveSigned(Keys keys, SignedJWT jwt) {
        return candidates(keys, jwt.getHeader()).stream().anyMatch(key -> hasSigned(key, jwt));
    }

    private static boolean hasSigned(JWK key, SignedJWT jwt) {
        try {
            return jwt.verify(key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /**
     * The keys that may have signed under this header. An unknown key id makes us look again, because keys rotate.
     *
     * @throws UnreadableClientException when the keys are at an address, and it cannot be read nor ever was
     */
    private List<JWK> candidates(Keys keys, JWSHeader header) {
        if (keys.jwksUri() == null) {
            return matching(inline(keys), header);
        }
        var url = new DocumentUrl(keys.jwksUri());
        var known = matching(readOrStored(url), header);
        return known.isEmpty() ? matching(anewOrStored(url), header) : known;
    }

    private static List<JWK> matching(JWKSet keys, JWSHeader header) {
        return keys.getKeys().stream()
                .filter(key -> KeyRules.algorithms(key).contains(header.getAlgorithm()))
                .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                .toList();
    }

    private static JWKSet inline(Keys keys) {
        return keys.jwks() == null ? new JWKSet() : parse(keys.jwks());
    }

    private JWKSet readOrStored(DocumentUrl url) {
        try {
            return fetched.read(url);
        } catch (UnreadableClientException unreadable) {
            return storedOr(url, unreadable);
        }
    }

    private JWKSet anewOrStored(DocumentUrl url) {
        try {
            return fetched.readAnew(url);
        } catch (UnreadableClientException unreadable) {
            return storedOr(url, unreadable);
        }
    }

    /** Keys stay good while their host is silent; what it says, it says. */
    private JWKSet storedOr(DocumentUrl url, UnreadableClientException unreadable) {
        if (unreadable.trouble() != UnreadableClientException.Trouble.UNREACHABLE) {
            throw unreadable;
        }
        return stored.find(url).map(ClientKeys::parse).orElseThrow(() -> unreadable);
    }

    private JWKSet keep(DocumentUrl url, String text) {
        var keys = parse(text);
        stored.keep(url, keys.toString());
        return keys;
    }

    private static JWKSet parse(String text) {
        try {
            return KeyRules.publicKeys(text);
        } catch (ParseException malformed) {
            throw new UnreadableClientException(UNUSABLE, "no set of public keys");
        }
    }
}
