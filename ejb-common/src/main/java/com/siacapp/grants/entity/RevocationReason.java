package com.siacapp.grants.entity;

/** Why a grant ended before its time. */
public enum RevocationReason {
    /** An administrator stopped it. */
    BY_ADMINISTRATOR,
    /** The client gave its token back (RFC 7009). */
    BY_CLIENT,
    /** The person disconnected the app. */
    BY_USER,
    /** A code was presented a second time (OAuth 2.1 §4.1.3). */
    CODE_REPLAYED,
    /** A consumed refresh token was presented again (OAuth 2.1 §4.3.1). */
    REFRESH_TOKEN_REPLAYED
}
