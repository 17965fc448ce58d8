package com.siacapp.grants.entity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token as a request carried it: as Bearer (RFC 6750 §2.1), or with the DPoP scheme and one proof (RFC 9449
 * §7.1).
 */
public record PresentedToken(String token, Optional<PresentedProof> proof) {

    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    /**
     * Reads the request's headers {@code Authorization} and {@code DPoP}.
     *
     * @param address the public address of what was asked
     */
    public static PresentedToken parse(@Nullable String authorization, List<String> proofs, String method, URI address)
            throws InvalidTokenException {
        var bearer = bearer(authorization);
        if (bearer.isPresent()) {
            return new PresentedToken(bearer.get(), Optional.empty());
        }
        if (!isDpop(authorization)) {
            throw new InvalidTokenException("there is no access token");
        }
        // RFC 9449 §4.3, rule 1.
        if (proofs.size() != 1) {
            throw new InvalidProofException("the request carries " + proofs.size() + " DPoP proofs");
        }
        var token = String.valueOf(authorization).substring(DPOP.length()).strip();
        return new PresentedToken(token, Optional.of(new PresentedProof(proofs.get(0), method, address)));
    }

    /** The token of a header that uses the Bearer scheme (RFC 6750 §2.1). */
    public static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> hasScheme(header, BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** Whether the header uses the DPoP scheme, so that its refusal is told in that scheme. */
    public static boolean isDpop(@Nullable String authorization) {
        return authorization != null && hasScheme(authorization, DPOP);
    }

    private static boolean hasScheme(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** Never the token: it must not reach a log. */
    @Override
    public String toString() {
        return "PresentedToken[hidden]";
    }
}
