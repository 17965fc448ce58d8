package com.siacapp.signals.entity;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Whom a signal concerns.
 *
 * @param id of the tenant, user, client or grant; empty for everybody
 */
public record Audience(Type type, String id) {

    public static final Audience EVERYBODY = new Audience(Type.EVERYBODY, "");

    /** Whose id it is. */
    public enum Type {
        EVERYBODY,
        TENANT,
        USER,
        CLIENT,
        GRANT
    }

    public Audience {
        requireNonNull(type);
        requireNonNull(id);
    }

    public static Audience tenant(UUID tenant) {
        return new Audience(Type.TENANT, tenant.toString());
    }

    public static Audience user(UUID user) {
        return new Audience(Type.USER, user.toString());
    }

    public static Audience client(String client) {
        return new Audience(Type.CLIENT, client);
    }

    public static Audience grant(UUID grant) {
        return new Audience(Type.GRANT, grant.toString());
    }

    /** Whether somebody who acts by this grant is among them. */
    public boolean includes(UUID tenant, UUID user, String client, UUID grant) {
        return switch (type) {
            case EVERYBODY -> true;
            case TENANT -> id.equals(tenant.toString());
            case USER -> id.equals(user.toString());
            case CLIENT -> id.equals(client);
            case GRANT -> id.equals(grant.toString());
        };
    }
}
