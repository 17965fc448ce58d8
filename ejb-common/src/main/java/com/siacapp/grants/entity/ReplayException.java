package com.siacapp.grants.entity;

import com.siacapp.clients.entity.OAuthError;
import com.siacapp.clients.entity.OAuthException;
import java.util.UUID;

/** A code or refresh token was presented that is spent. To its client an error like others, to the operator a sign of theft. */
public class ReplayException extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final RevocationReason replay;

    public ReplayException(UUID grant, RevocationReason replay) {
        super(OAuthError.INVALID_GRANT, "grant " + grant + " revoked: " + replay);
        this.replay = replay;
    }

    /** What was replayed. */
    public RevocationReason replay() {
        return replay;
    }
}
