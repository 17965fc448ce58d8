package com.siacapp.clients.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT_METADATA;

import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.clients.entity.UnreadableClientException.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.minidev.json.JSONObject;

/** Which documents make a client (draft-ietf-oauth-client-id-metadata-document-02 §4.1), and as what. */
@ApplicationScoped
public class DocumentPolicy {

    private static final String NONE = ClientAuthenticationMethod.NONE.wireName();
    private static final String PRIVATE_KEY_JWT = ClientAuthenticationMethod.PRIVATE_KEY_JWT.wireName();

    /** @throws UnreadableClientException when the text of that address makes no client */
    public ClientMetadata accept(DocumentUrl url, String text) {
        try {
            var json = MetadataRules.parse(text);
            if (!url.value().equals(json.get("client_id"))) {
                throw INVALID_CLIENT_METADATA.because("client_id is not the address of the document");
            }
            if (json.keySet().stream().anyMatch(member -> member.startsWith("client_secret"))) {
                throw INVALID_CLIENT_METADATA.because("a public document holds a client secret");
            }
            var metadata = MetadataRules.accept(json, DocumentPolicy::method);
            // Who is known only once a person allowed it cannot push the request for that (ADR 26).
            if (metadata.protection().requiresPushedRequests()) {
                throw INVALID_CLIENT_METADATA.because(
                        "require_pushed_authorization_requests is for clients that register, not for documents");
            }
            return metadata;
        } catch (OAuthException refused) {
            throw new UnreadableClientException(Trouble.UNUSABLE, refused.reason());
        }
    }

    /** What the text gives as its client's id, unchecked; empty when it gives none. */
    public String clientIdIn(String text) {
        try {
            return MetadataRules.text(MetadataRules.parse(text), "client_id").orElse("");
        } catch (OAuthException malformed) {
            return "";
        }
    }

    /**
     * The method the client says, else the strongest of those it offers (OpenID Connect Relying Party Metadata Choices,
     * as ChatGPT does), else none: there is no secret that we could have given it.
     */
    private static ClientAuthenticationMethod method(JSONObject json, ClientMetadata.Keys keys) {
        var said = MetadataRules.text(json, "token_endpoint_auth_method");
        var offered = said.<List<?>>map(List::of).orElseGet(() -> offered(json));
        if (offered.contains(PRIVATE_KEY_JWT) && KeyRules.canSign(keys)) {
            return ClientAuthenticationMethod.PRIVATE_KEY_JWT;
        }
        if (offered.contains(NONE)) {
            return ClientAuthenticationMethod.NONE;
        }
        throw INVALID_CLIENT_METADATA.because("the client can authenticate by no method without a shared secret");
    }

    private static List<?> offered(JSONObject json) {
        var offered = json.getOrDefault("token_endpoint_auth_methods_supported", List.of(NONE));
        if (!(offered instanceof List<?> methods)) {
            throw INVALID_CLIENT_METADATA.because("token_endpoint_auth_methods_supported is no list");
        }
        return methods;
    }
}
