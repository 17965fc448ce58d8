package com.siacapp.grants.entity;

import com.siacapp.clients.entity.Client;
import java.util.Optional;
import java.util.Set;

/** An authorization request after every check: what the person is asked to consent to (OAuth 2.1 §4.1.1). */
public record AuthorizationRequest(
        Client client,
        String redirectUri,
        Set<Scope> scopes,
        String resource,
        CodeChallenge codeChallenge,
        Optional<String> nonce) {

    public AuthorizationRequest {
        scopes = Set.copyOf(scopes);
    }
}
