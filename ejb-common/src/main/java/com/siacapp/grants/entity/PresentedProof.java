package com.siacapp.grants.entity;

import static com.siacapp.clients.entity.OAuthError.INVALID_DPOP_PROOF;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A DPoP proof as a request carried it (RFC 9449 §4.1), not verified yet.
 *
 * @param method the request's HTTP method
 * @param address the public address of what was asked, by our own configuration and never by the request's Host
 */
public record PresentedProof(String jwt, String method, URI address) {

    /**
     * The proof of a request to us, if it carries one (RFC 9449 §4.3: one at most).
     *
     * @param headers the values of its header {@code DPoP}
     * @throws com.siacapp.clients.entity.OAuthException invalid_dpop_proof
     */
    public static Optional<PresentedProof> among(List<String> headers, String method, URI address) {
        if (headers.size() > 1) {
            throw INVALID_DPOP_PROOF.because("the request carries several proofs");
        }
        return headers.stream().findFirst().map(jwt -> new PresentedProof(jwt, method, address));
    }

    /** Never the proof: it must not reach a log. */
    @Override
    public String toString() {
        return "PresentedProof[hidden]";
    }
}
