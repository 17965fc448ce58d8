package com.siacapp.security.entity;

import static java.util.stream.Collectors.joining;

import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.DpopScheme;
import com.siacapp.grants.entity.Scope;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;

/**
 * The values of {@code WWW-Authenticate} (RFC 6750 §3, RFC 9728 §5.1).
 *
 * <p>They hold no character of a request, so nothing needs escaping.
 */
public final class BearerChallenge {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private final String resourceMetadata;
    private final String readScopes;

    /** The challenges of the resource with this identifier. */
    public BearerChallenge(URI resource) {
        resourceMetadata = resource.resolve(WELL_KNOWN + resource.getRawPath()).toString();
        readScopes = joined(Arrays.stream(Scope.values())
                .filter(scope -> scope.wireName().endsWith(".read"))
                .toList());
    }

    /** To who came without a token. */
    public String forNoToken() {
        return "Bearer resource_metadata=\"%s\", scope=\"%s\"".formatted(resourceMetadata, readScopes);
    }

    /** To who came with a token that does not hold. */
    public String forInvalidToken() {
        return forNoToken() + ", error=\"invalid_token\", error_description=\"The access token is not valid here\"";
    }

    /** To who came with the DPoP scheme and a token or proof that does not hold (RFC 9449 §7.1). */
    public String forInvalidDpop(boolean isProof) {
        return "%s, resource_metadata=\"%s\", error=\"%s\""
                .formatted(DpopScheme.challenge(), resourceMetadata, isProof ? "invalid_dpop_proof" : "invalid_token");
    }

    /**
     * To who may have the scopes but came without; all of them are named (MCP 2026-07-28, basic/authorization). In the
     * scheme of the caller's token (RFC 9449 §7.1).
     */
    public String forInsufficientScope(Caller caller, Collection<Scope> needed) {
        var scheme = caller.isBound() ? DpopScheme.challenge() + ", " : "Bearer ";
        return scheme + "error=\"insufficient_scope\", error_description=\"This needs more permissions\", "
                + "scope=\"%s\", resource_metadata=\"%s\"".formatted(joined(needed), resourceMetadata);
    }

    private static String joined(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::wireName).sorted().collect(joining(" "));
    }
}
