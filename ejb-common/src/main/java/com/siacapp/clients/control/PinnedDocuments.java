package com.siacapp.clients.control;

import com.siacapp.clients.entity.ClientDocument;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.installation.entity.InvalidSettingException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operator's copies of well-known clients' documents. One that breaks a rule stops the start, by its file's name. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PinnedDocuments {

    @Inject
    DocumentPolicy policy;

    @Inject
    Clock clock;

    private Map<DocumentUrl, ClientDocument> documents = Map.of();

    @PostConstruct
    void readFolder() {
        documents = ClientDocumentSettings.PINNED_DOCUMENTS
                .optional()
                .map(this::read)
                .orElse(Map.of());
    }

    public Optional<ClientDocument> find(DocumentUrl url) {
        return Optional.ofNullable(documents.get(url));
    }

    private Map<DocumentUrl, ClientDocument> read(Path folder) {
        return files(folder).stream().collect(Collectors.toMap(this::urlIn, this::document));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException unreadable) {
            throw new InvalidSettingException(
                    ClientDocumentSettings.PINNED_DOCUMENTS.key() + " is no folder that can be read.", unreadable);
        }
    }

    private DocumentUrl urlIn(Path file) {
        return DocumentUrl.parse(policy.clientIdIn(text(file)))
                .orElseThrow(() -> broken(file, "its client_id is not the address of a document", null));
    }

    private ClientDocument document(Path file) {
        try {
            return new ClientDocument(policy.accept(urlIn(file), text(file)), clock.instant());
        } catch (UnreadableClientException refused) {
            throw broken(file, refused.reason(), refused);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw broken(file, "it cannot be read", unreadable);
        }
    }

    private static InvalidSettingException broken(Path file, String why, @Nullable Exception cause) {
        var message = "%s: %s is no client metadata document, %s."
                .formatted(ClientDocumentSettings.PINNED_DOCUMENTS.key(), file.getFileName(), why);
        return cause == null ? new InvalidSettingException(message) : new InvalidSettingException(message, cause);
    }
}
