package com.siacapp.users.entity;

import java.time.Instant;
import java.util.UUID;

/** Who is signed in with a browser, for the pages. */
public record SignedInUser(
        UUID session,
        UUID id,
        String name,
        String email,
        Role role,
        UUID tenant,
        String tenantName,
        Instant authenticatedAt) {

    public static SignedInUser of(BrowserSession session) {
        var user = session.user();
        return new SignedInUser(
                session.id(),
                user.id(),
                user.name(),
                user.email(),
                user.role(),
                user.tenant().id(),
                user.tenant().name(),
                session.authenticatedAt());
    }
}
