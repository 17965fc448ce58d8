package com.siacapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Those who call in the tests. */
public final class People {

    private static final UUID TENANT = UUID.fromString("7e3f0000-0000-4000-8000-000000000001");

    /** Ten minutes after the tests begin. */
    private static final Instant TOKEN_ENDS = Instant.parse("2026-11-22T12:10:00Z");

    private People() {}

    /** Vera only looks. */
    public static Caller vera(Scope... scopes) {
        return caller("Vera", Role.VIEWER, scopes);
    }

    /** Ana writes templates. */
    public static Caller ana(Scope... scopes) {
        return caller("Ana", Role.AUTHOR, scopes);
    }

    /** The same person with another app. */
    public static Caller of(String client, Caller person) {
        return new Caller(
                person.user(),
                person.name(),
                person.email(),
                person.tenant(),
                person.tenantName(),
                person.role(),
                person.scopes(),
                UUID.nameUUIDFromBytes(client.getBytes(UTF_8)),
                client,
                false,
                person.expiresAt());
    }

    private static Caller caller(String name, Role role, Scope... scopes) {
        return new Caller(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                name,
                name.toLowerCase(Locale.ROOT) + "@acme.example",
                TENANT,
                "Acme",
                role,
                Set.of(scopes),
                UUID.fromString("6ea70000-0000-4000-8000-000000000001"),
                "a-client",
                false,
                TOKEN_ENDS);
    }
}
