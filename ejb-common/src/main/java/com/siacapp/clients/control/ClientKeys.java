package com.siacapp.clients.control;

import static com.siacapp.clients.entity.UnreadableClientException.Trouble.UNUSABLE;
import static com.siacapp.limits.entity.Limit.KEY_FETCHES_PER_ADDRESS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.limits.boundary.Limits;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * The public keys of clients and identity providers: those they registered, or those at the address they registered. Of a
 * client that registered itself and that no person ever let in, they are fetched apart from all others and within a limit,
 * or strangers could use up what a vendor's host is asked for and the places for it.
 */
@ApplicationScoped
public class ClientKeys {

    /** Several RSA keys with their certificates. */
    private static final int MOST_BYTES = 20_000;

    /** Each costs a verification; a header without a key id does not make us try fifty. */
    private static final int MOST_CANDIDATES = 5;

    @Inject
    GuardedFetch fetch;

    @Inject
    GuardedFetch fetchForStrangers;

    @Inject
    StoredKeys stored;

    @Inject
    Clock clock;

    @EJB
    Limits limits;

    @SuppressWarnings("NullAway.Init")
    private FetchedDocuments<JWKSet> fetched;

    @SuppressWarnings("NullAway.Init")
    private FetchedDocuments<JWKSet> fetchedForStrangers;

    @PostConstruct
    void start() {
        // Companies share hosts, such as a large identity provider's, and must not use up each other's fetches.
        fetched = new FetchedDocuments<>(fetch, clock, MOST_BYTES, DocumentUrl::value, this::keep);
        fetchedForStrangers =
                new FetchedDocuments<>(fetchForStrangers, clock, MOST_BYTES, DocumentUrl::host, this::keep);
    }

    /**
     * Whether one of the client's keys signed it.
     *
     * @throws UnreadableClientException when they are at an address, and it cannot be read nor ever was
     * @throws com.siacapp.limits.entity.TryLaterException when strangers made us fetch too often
     */
    boolean haveSigned(Client client, SignedJWT jwt) {
        return haveSigned(client.metadata().keys(), client.wasEverLetIn(), jwt);
    }

    /**
     * Whether one of these keys, which an administrator gave us, signed it.
     *
     * @throws UnreadableClientException when they are at an address, and it cannot be read nor ever was
     */
    public boolean haveSigned(Keys keys, SignedJWT jwt) {
        return haveSigned(keys, true, jwt);
    }

    private boolean haveSigned(Keys keys, boolean isLetIn, SignedJWT jwt) {
        return candidates(keys, isLetIn, jwt.getHeader()).stream().anyMatch(key -> hasSigned(key, jwt));
    }

    private static boolean hasSigned(JWK key, SignedJWT jwt) {
        try {
            return jwt.verify(key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /** The keys that may have signed under this header. An unknown key id makes us look again, because keys rotate. */
    private List<JWK> candidates(Keys keys, boolean isLetIn, JWSHeader header) {
        if (keys.jwksUri() == null) {
            return matching(inline(keys), header);
        }
        var url = new DocumentUrl(keys.jwksUri());
        var documents = isLetIn ? fetched : fetchedForStrangers;
        if (!isLetIn && !documents.isHere(url)) {
            limits.take(KEY_FETCHES_PER_ADDRESS, limits.network());
        }
        var known = matching(orStored(url, documents::read), header);
        return known.isEmpty() ? matching(orStored(url, documents::readAnew), header) : known;
    }

    private static List<JWK> matching(JWKSet keys, JWSHeader header) {
        return keys.getKeys().stream()
                .filter(key -> KeyRules.algorithms(key).contains(header.getAlgorithm()))
                .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static JWKSet inline(Keys keys) {
        return keys.jwks() == null ? new JWKSet() : parse(keys.jwks());
    }

    /** Keys stay good while their host is silent; what it says, it says. */
    private JWKSet orStored(DocumentUrl url, Function<DocumentUrl, JWKSet> reading) {
        try {
            return reading.apply(url);
        } catch (UnreadableClientException unreadable) {
            if (unreadable.trouble() != UnreadableClientException.Trouble.UNREACHABLE) {
                throw unreadable;
            }
            return stored.find(url).map(ClientKeys::parse).orElseThrow(() -> unreadable);
        }
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
