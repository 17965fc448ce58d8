package com.siacapp.clients.control;

import static com.siacapp.clients.entity.UnreadableClientException.Trouble.UNUSABLE;
import static com.siacapp.limits.entity.Limit.KEY_FETCHES_PER_ADDRESS;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
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
 * The public keys of clients: those they registered, or those at the address they registered. Of a client that registered
 * itself and that no person ever let in, they are fetched apart from all others and within a limit, or strangers could use
 * up what a vendor's host is asked for and the places for it.
 */
@ApplicationScoped
public class ClientKeys {

    /** Several RSA keys with their certificates. */
    private static final int MOST_BYTES = 20_000;

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
        fetched = new FetchedDocuments<>(fetch, clock, MOST_BYTES, this::keep);
        fetchedForStrangers = new FetchedDocuments<>(fetchForStrangers, clock, MOST_BYTES, this::keep);
    }

    /**
     * The client's keys that may have signed under this header. An unknown key id makes us look again, because keys rotate.
     *
     * @throws UnreadableClientException when the keys are at an address, and it cannot be read nor ever was
     * @throws com.siacapp.limits.entity.TryLaterException when strangers made us fetch too often
     */
    List<JWK> candidates(Client client, JWSHeader header) {
        var keys = client.metadata().keys();
        if (keys.jwksUri() == null) {
            return matching(inline(keys), header);
        }
        var url = new DocumentUrl(keys.jwksUri());
        var documents = client.wasEverLetIn() ? fetched : fetchedForStrangers;
        if (!client.wasEverLetIn() && !documents.isHere(url)) {
            limits.take(KEY_FETCHES_PER_ADDRESS, limits.network());
        }
        var known = matching(orStored(url, documents::read), header);
        return known.isEmpty() ? matching(orStored(url, documents::readAnew), header) : known;
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
