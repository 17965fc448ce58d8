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
    PASSWORD_CHANGED,
    /** Whoever holds a session of the person did not know the current password. */
    PASSWORD_CHANGE_FAILED,
    /** An administrator, or somebody on the command line, made a link by which a person sets a new password. */
    PASSWORD_RESET_STARTED,
    PASSWORD_RESET,
    /** A person ended a session of theirs from another one. */
    SESSION_ENDED,
    USER_INVITED,
    INVITATION_WITHDRAWN,
    USER_JOINED,
    /** The launcher made a link by which somebody becomes the installation's operator. */
    SETUP_LINK_MADE,
    INSTALLATION_SET_UP,
    /** Somebody commanded something on the command line; what was done has lines of its own. */
    COMMAND_GIVEN,
    SERVICE_ACCOUNT_CREATED,
    SERVICE_ACCOUNT_DISABLED,
    SERVICE_ACCOUNT_ENABLED,
    SERVICE_ACCOUNT_SECRET_ROTATED,
    SERVICE_ACCOUNT_KEYS_REPLACED,
    CLIENT_UPDATED,
    SERVICE_ACCOUNT_DELETED,
    USER_ROLE_CHANGED,
    USER_DISABLED,
    USER_ENABLED,
    /** All sessions of a person were ended; the detail says whether their apps were disconnected too. */
    USER_SIGNED_OUT_BY_ADMINISTRATOR,
    CLIENT_CREATED,
    CLIENT_SECRET_ROTATED,
    CLIENT_KEYS_REPLACED,
    CLIENT_DISABLED,
    CLIENT_ENABLED,
    CLIENT_DELETED,
    TENANT_CREATED,
    TENANT_DISABLED,
    TENANT_ENABLED,
    AUDIT_LOG_EXPORTED,
    KEYS_ROTATED,
    KEY_RETIRED,
    /** A client that was never used. */
    CLIENT_EXPIRED,
    /** An operator had the server call an address, to see what a client sees. */
    CONNECTION_EXAMINED,
    IDENTITY_PROVIDER_SET,
    IDENTITY_PROVIDER_REMOVED,
    /** A company's identity provider spoke of a person for the first time. */
    IDENTITY_BOUND
}
