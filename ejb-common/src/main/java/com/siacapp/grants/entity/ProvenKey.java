package com.siacapp.grants.entity;

/**
 * A key that a client proved to hold (RFC 9449 §4.3).
 *
 * @param thumbprint of the public key (RFC 7638), to which tokens are bound
 * @param proof the proof's {@code jti}, by which it is recognised when it comes a second time
 */
public record ProvenKey(String thumbprint, String proof) {}
