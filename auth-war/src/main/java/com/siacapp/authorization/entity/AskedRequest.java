package com.siacapp.authorization.entity;

import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * An authorization request as it was asked, before any check.
 *
 * @param pushed where it lies and since when, if the client pushed it
 */
public record AskedRequest(OAuthParameters parameters, Optional<Pushed> pushed) {

    /** RFC 9126 §2.2. */
    public record Pushed(Secret reference, Instant at) {}

    public boolean isPushed() {
        return pushed.isPresent();
    }
}
