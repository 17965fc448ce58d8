package com.siacapp.grants.entity;

import java.net.URI;

/**
 * A DPoP proof as a request carried it (RFC 9449 §4.1), not verified yet.
 *
 * @param method the request's HTTP method
 * @param address the public address of what was asked, by our own configuration and never by the request's Host
 */
public record PresentedProof(String jwt, String method, URI address) {

    /** Never the proof: it must not reach a log. */
    @Override
    public String toString() {
        return "PresentedProof[hidden]";
    }
}
