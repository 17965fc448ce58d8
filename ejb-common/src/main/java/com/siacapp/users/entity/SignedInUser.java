package com.siacapp.users.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is signed in with a browser, for the pages.
 *
 * @param isOperator whether this person keeps the installation itself
 * @param tenant the company's id
 */
public record SignedInUser(
        UUID session,
        UUID id,
        String name,
        String email,
        Role role,
        boolean isOperator,
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
                user.isOperator(),
                user.tenant().id(),
                user.tenant().name(),
                session.authenticatedAt());
    }

    /** Whether this person manages their company's people and apps. */
    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }
}
