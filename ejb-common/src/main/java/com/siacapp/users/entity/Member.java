package com.siacapp.users.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A person as their administrator sees them.
 *
 * @param isManaged whether this administrator may change anything about them
 * @param sessions how many browsers they are signed in with
 */
public record Member(
        UUID id,
        String name,
        String email,
        Role role,
        boolean isDisabled,
        boolean isOperator,
        boolean isYou,
        boolean isManaged,
        Instant since,
        int sessions) {}
