package com.siacapp.grants.entity;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientSource;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request after every check: what the person is asked to consent to (OAuth 2.1 §4.1.1).
 *
 * @param dpopKey the thumbprint of the key the code is bound to (RFC 9449 §10)
 */
public record AuthorizationRequest(
        Client client,
        String redirectUri,
        Set<Scope> scopes,
        String resource,
        CodeChallenge codeChallenge,
        Optional<String> nonce,
        Optional<String> dpopKey) {

    public AuthorizationRequest {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Whether the answer can reach this client alone: somebody vouches for it, and it is answered on the web. On a
     * person's computer any program can listen in its place (RFC 8252 §8.6), so that it proves nothing.
     */
    public boolean isOfAProvenClient() {
        return client.source() != ClientSource.DYNAMIC && redirectUri.startsWith("https:");
    }
}
