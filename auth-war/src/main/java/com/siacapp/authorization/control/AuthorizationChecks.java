package com.siacapp.authorization.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_REQUEST;
import static com.siacapp.clients.entity.OAuthError.INVALID_SCOPE;
import static com.siacapp.clients.entity.OAuthError.INVALID_TARGET;
import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;
import static com.siacapp.clients.entity.OAuthError.UNSUPPORTED_RESPONSE_TYPE;

import com.siacapp.authorization.entity.Destination;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.CodeChallenge;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The checks whose errors are redirected to the client, one method a parameter, in the order of OAuth 2.1 §4.1.1. Every
 * parameter this server acts on is read, so that a repeated one is refused.
 */
@ApplicationScoped
public class AuthorizationChecks {

    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Installation installation;

    /** @throws com.siacapp.clients.entity.OAuthException whose error is to be redirected */
    public AuthorizationRequest check(Destination destination, OAuthParameters parameters, boolean isPushed) {
        var client = destination.client();
        grantType(client);
        pushed(client, isPushed);
        responseType(parameters);
        responseMode(parameters);
        requestObject(parameters);
        state(parameters);
        acrValues(parameters);
        return new AuthorizationRequest(
                client,
                destination.redirectUri(),
                scopes(client, parameters),
                resource(parameters),
                codeChallenge(parameters),
                parameters.optional("nonce"),
                dpopKey(parameters));
    }

    private static void grantType(Client client) {
        if (!client.mayUse(GrantType.AUTHORIZATION_CODE)) {
            throw UNAUTHORIZED_CLIENT.because("the client did not register for authorization_code");
        }
    }

    /** RFC 9126 §6. */
    private static void pushed(Client client, boolean isPushed) {
        if (!isPushed && client.metadata().protection().requiresPushedRequests()) {
            throw INVALID_REQUEST.because("the client registered to push its requests");
        }
    }

    private static void responseType(OAuthParameters parameters) {
        if (!parameters.required("response_type").equals("code")) {
            throw UNSUPPORTED_RESPONSE_TYPE.because("response_type is not code");
        }
    }

    private static void responseMode(OAuthParameters parameters) {
        if (!parameters.optional("response_mode").orElse("query").equals("query")) {
            throw INVALID_REQUEST.because("response_mode is not query");
        }
    }

    private static void requestObject(OAuthParameters parameters) {
        if (parameters.optional("request").isPresent()
                || parameters.optional("request_uri").isPresent()) {
            throw INVALID_REQUEST.because("request objects are not supported");
        }
    }

    private static void state(OAuthParameters parameters) {
        parameters.optional("state");
    }

    /** A wish, and no condition (OpenID Connect Core §3.1.2.1): the ID token's {@code acr} says what it came to. */
    private static void acrValues(OAuthParameters parameters) {
        parameters.optional("acr_values");
    }

    /** RFC 7636 §4.4.1: PKCE is mandatory, and S256 the only method. */
    private static CodeChallenge codeChallenge(OAuthParameters parameters) {
        if (!parameters.required("code_challenge_method").equals("S256")) {
            throw INVALID_REQUEST.because("code_challenge_method is not S256");
        }
        return CodeChallenge.parse(parameters.required("code_challenge"))
                .orElseThrow(() -> INVALID_REQUEST.because("code_challenge is not a SHA-256 in base64url"));
    }

    /**
     * OAuth 2.1 §1.4.1: unknown names are left out, nothing left is an error. Who asks for nothing gets what it
     * registered, else the default. What a client registered itself is no limit: MCP clients register with the scope of
     * the first challenge and ask for more when a tool needs it (RFC 7591 §3.2.1; MCP authorization, step-up). What an
     * administrator gave it is one.
     */
    public static Set<Scope> scopes(Client client, OAuthParameters parameters) {
        var asked = parameters
                .optional("scope")
                .or(client::scope)
                .map(Scopes::parse)
                .orElseGet(Scopes::byDefault);
        var possible = Scopes.possibleFor(client, asked);
        if (possible.isEmpty()) {
            throw INVALID_SCOPE.because("no scope is left of those asked for");
        }
        return possible;
    }

    /** RFC 8707 §2: our resource or an alias of it; nothing asked means our resource too, there is no other. */
    public String resource(OAuthParameters parameters) {
        if (!parameters.resources().stream().allMatch(installation::isResource)) {
            throw INVALID_TARGET.because("resource is not " + installation.resource());
        }
        return installation.resource().toString();
    }

    /** RFC 9449 §10: a SHA-256 thumbprint. */
    private static Optional<String> dpopKey(OAuthParameters parameters) {
        var thumbprint = parameters.optional("dpop_jkt");
        if (thumbprint.filter(text -> !THUMBPRINT.matcher(text).matches()).isPresent()) {
            throw INVALID_REQUEST.because("dpop_jkt is not a SHA-256 in base64url");
        }
        return thumbprint;
    }
}
