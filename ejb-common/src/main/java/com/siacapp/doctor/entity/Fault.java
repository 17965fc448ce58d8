package com.siacapp.doctor.entity;

/** Everything the doctor recognises. What it is and how to mend it is in {@code Diagnosis_*.properties}. */
public enum Fault {
    INVALID_ADDRESS,
    PLAIN_HTTP,
    LOCAL_ADDRESS(Outcome.WARNING),

    UNKNOWN_HOST,
    CONNECTION_REFUSED,
    TIMED_OUT,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_OF_ANOTHER_HOST,
    CERTIFICATE_UNTRUSTED,
    TLS_FAILED,
    BROKEN_CONNECTION,

    POST_REDIRECTED,
    WRONG_HOST,
    NOT_PROTECTED,
    BLOCKED,
    POST_NOT_ALLOWED,
    UPSTREAM_DOWN,
    UNEXPECTED_STATUS,
    NO_CHALLENGE,
    CHALLENGE_OF_ANOTHER_SCHEME,
    CHALLENGE_WITHOUT_METADATA,
    FOREIGN_METADATA,
    HTTP_BEHIND_PROXY,
    CLOCK_SKEW,

    WELL_KNOWN_MISSING,
    DOCUMENT_REDIRECTED,
    HTML_INSTEAD_OF_JSON,
    NOT_JSON,
    TOO_LONG,
    INVALID_MEMBER,
    RESOURCE_MISMATCH,
    RESOURCE_SLASH,
    NO_AUTHORIZATION_SERVER,
    ISSUER_MISMATCH,
    ISSUER_SLASH,
    NO_S256,
    NO_PUBLIC_CLIENTS,
    NO_CLIENT_DOCUMENTS(Outcome.WARNING),
    NO_ISS,
    NO_REFRESH(Outcome.WARNING),
    ENDPOINT_MISSING,
    FOREIGN_ENDPOINT,

    NO_KEYS,
    PRIVATE_KEYS,

    REGISTRATION_LIMITED,
    REGISTRATION_REFUSED,
    REGISTRATION_CHANGED,

    REDIRECT_REFUSED,
    AUTHORIZATION_ERROR,
    SIGN_IN_ELSEWHERE,
    SIGN_IN_UNREACHABLE,

    TOKEN_CACHEABLE,
    CLIENT_FORGOTTEN,
    TOKEN_ERROR,
    CODE_NOT_CHECKED,

    AUTHORIZATION_STRIPPED,
    TOKEN_REFUSED,
    TOKEN_NOT_CHECKED,
    MCP_HEADERS_STRIPPED,

    CORS_MISSING(Outcome.WARNING),
    CLIENT_LEFT(Outcome.WARNING),
    TOKEN_LEFT(Outcome.WARNING);

    private final Outcome outcome;

    Fault() {
        this(Outcome.PROBLEM);
    }

    Fault(Outcome outcome) {
        this.outcome = outcome;
    }

    /** {@code PROBLEM} when clients fail by it, {@code WARNING} when some do or something is left behind. */
    public Outcome outcome() {
        return outcome;
    }
}
