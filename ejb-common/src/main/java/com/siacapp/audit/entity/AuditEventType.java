package com.siacapp.audit.entity;

/** Everything the audit log tells apart. The names are stored: they may be added to and never renamed. */
public enum AuditEventType {
    SIGN_IN_SUCCEEDED,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    CONSENT_GIVEN,
    /** The same client asked for no more than the person had allowed before. */
    CONSENT_REMEMBERED,
    CONSENT_REFUSED,
    TOKENS_ISSUED,
    TOKENS_REFRESHED,
    /** A code was presented a second time: its grant ended. */
    CODE_REPLAYED,
    /** A spent refresh token was presented again: its grant ended. */
    REFRESH_TOKEN_REPLAYED,
    GRANT_REVOKED,
    CLIENT_REGISTERED,
    KEYS_ROTATED,
    KEY_RETIRED
}
