package com.siacapp.clients.entity;

import java.util.Locale;

/**
 * What a client can be told. One constant public description each, so that no answer tells an attacker which check
 * failed; the reason goes to the log.
 */
public enum OAuthError {
    /** OAuth 2.1 §4.1.2.1, §3.2.4. */
    INVALID_REQUEST(400, "The request is incomplete or malformed."),
    INVALID_CLIENT(401, "The client is unknown or did not authenticate."),
    INVALID_GRANT(400, "The code or token is not valid for this request."),
    UNAUTHORIZED_CLIENT(400, "The client did not register for this."),
    UNSUPPORTED_GRANT_TYPE(400, "This grant type is not supported."),
    UNSUPPORTED_RESPONSE_TYPE(400, "Only the response type code is supported."),
    INVALID_SCOPE(400, "None of the scopes can be granted."),
    ACCESS_DENIED(400, "The person did not allow it."),
    /** RFC 8707 §2. */
    INVALID_TARGET(400, "The resource is not one of this server."),
    /** RFC 6750 §3.1. */
    INVALID_TOKEN(401, "The access token is missing, expired or revoked."),
    INSUFFICIENT_SCOPE(403, "The access token does not allow this."),
    /** RFC 9449 §5. */
    INVALID_DPOP_PROOF(400, "The DPoP proof is missing or not valid for this request."),
    /** RFC 8628 §3.5. */
    AUTHORIZATION_PENDING(400, "The person has not decided yet."),
    SLOW_DOWN(400, "The device asks too often: five seconds more between any two requests from now on."),
    EXPIRED_TOKEN(400, "The device code has expired."),
    /** RFC 7591 §3.2.2. */
    INVALID_REDIRECT_URI(400, "A redirect URI is missing or not allowed."),
    INVALID_CLIENT_METADATA(400, "The client metadata is incomplete or not allowed."),
    /** OpenID Connect Core §3.1.2.6. */
    LOGIN_REQUIRED(400, "The person must sign in first."),
    CONSENT_REQUIRED(400, "The person must consent first."),
    /** OAuth 2.1 §4.1.2.1; no code is registered for a limit, and this is what it comes to for the client. */
    TEMPORARILY_UNAVAILABLE(429, "Too many requests. Try again later."),
    SERVER_ERROR(500, "Something went wrong on our side.");

    private final int status;
    private final String description;

    OAuthError(int status, String description) {
        this.status = status;
        this.description = description;
    }

    /** An exception with this error; the reason is for our log only and holds no secret. */
    public OAuthException because(String reason) {
        return new OAuthException(this, reason);
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status where the error is the response, not a redirect. */
    public int status() {
        return status;
    }

    public String description() {
        return description;
    }
}
