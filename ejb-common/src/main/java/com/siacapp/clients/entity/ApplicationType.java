package com.siacapp.clients.entity;

import java.util.Locale;

/** Where a client runs (OpenID Connect Dynamic Client Registration §2). */
public enum ApplicationType {
    WEB,
    NATIVE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
