package com.siacapp.limits.entity;

import com.siacapp.keys.entity.Secret;

/** Whom a count belongs to, as a hash. */
public record Key(String value) {

    /** The key of these parts together. */
    public static Key of(String... parts) {
        return new Key(new Secret(String.join("\n", parts)).hash());
    }
}
