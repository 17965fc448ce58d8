package com.siacapp.clients.control;

import com.siacapp.clients.entity.ClientDocument;
import com.siacapp.clients.entity.DocumentUrl;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** What clients say of themselves at the address that is their id, after our policy. */
@ApplicationScoped
public class ClientDocuments {

    /** draft-ietf-oauth-client-id-metadata-document-02 §6: 5 KB. */
    private static final int MOST_BYTES = 5 * 1024;

    @Inject
    GuardedFetch fetch;

    @Inject
    PinnedDocuments pinned;

    @Inject
    DocumentPolicy policy;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private FetchedDocuments<ClientDocument> fetched;

    @PostConstruct
    void start() {
        fetched = new FetchedDocuments<>(
                fetch,
                clock,
                MOST_BYTES,
                DocumentUrl::host,
                (url, text) -> new ClientDocument(policy.accept(url, text), clock.instant()));
    }

    /**
     * The client's document, which may take seconds.
     *
     * @throws com.siacapp.clients.entity.UnreadableClientException when there is no good document
     */
    public ClientDocument read(DocumentUrl url) {
        return pinned.find(url).orElseGet(() -> fetched.read(url));
    }

    /** The client's document if it is here; else it is fetched for the next who asks. */
    public Optional<ClientDocument> readIfHere(DocumentUrl url) {
        return pinned.find(url).or(() -> fetched.readIfHere(url));
    }
}
