package com.siacapp.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A client as MCP clients are: registers itself, public, with PKCE, and a redirect URI on the person's computer. */
public final class OAuthClient {

    public static final String REDIRECT_URI = "http://127.0.0.1:43210/callback";

    public static final String STATE = "a state with ünïcode & signs";

    /** A client whose document the operator pinned, because its host never answers. */
    public static final String PINNED = "https://silent.vendor.test/client";
    /** Where clients on the web are answered. */
    public static final String WEB_REDIRECT_URI = "https://app.example/callback";

    private final String id;
    private final String secret;
    private final String redirectUri;
    private Supplier<List<String>> proofs = List::of;
    private final Optional<ECKey> key;

    private OAuthClient(String id, String secret, String redirectUri) {
        this(id, secret, redirectUri, Optional.empty());
    }

    private OAuthClient(String id, String secret, String redirectUri, Optional<ECKey> key) {
        this.id = id;
        this.secret = secret;
        this.redirectUri = redirectUri;
        this.key = key;
    }

    /** A public client that is described at its id. */
    public static OAuthClient at(String url) {
        return new OAuthClient(url, "", REDIRECT_URI);
    }

    /** A client that is described at its id, is answered there, and signs with this key. */
    public static OAuthClient signing(String url, String redirectUri, ECKey key) {
        return new OAuthClient(url, "", redirectUri, Optional.of(key));
    }

    /** A client's document, right but for the change. */
    public static String document(String url, Consumer<ObjectNode> tweak) {
        return metadata(document -> {
            document.put("client_id", url);
            tweak.accept(document);
        });
    }

    /** One that was registered in another way. */
    public static OAuthClient known(String id, String secret) {
        return known(id, secret, REDIRECT_URI);
    }

    static OAuthClient known(String id, String secret, String redirectUri) {
        return new OAuthClient(id, secret, redirectUri);
    }

    public static OAuthClient registered() {
        return registered(metadata -> {});
    }

    public static OAuthClient confidential() {
        return registered(metadata -> metadata.put("token_endpoint_auth_method", "client_secret_post"));
    }

    /** A client on the web that registered itself. */
    public static OAuthClient onTheWeb() {
        return registered(metadata -> metadata.putArray("redirect_uris").add(WEB_REDIRECT_URI));
    }

    /** The demo company's own app on the web: its administrator vouches for it, to the people of that company. */
    public static OAuthClient ofTheDemoCompany() {
        return new Administration(Browser.signedInAs(Person.ADMIN)).makeApp("PUBLIC", WEB_REDIRECT_URI);
    }

    /** A client on the web for everybody: its vendor's host publishes its document, and so vouches for it. */
    public static OAuthClient vetted() {
        return published(
                WEB_REDIRECT_URI, document -> document.putArray("redirect_uris").add(WEB_REDIRECT_URI));
    }

    /** A public client that is described at an id of its own on a host of its own. */
    public static OAuthClient published(String redirectUri, Consumer<ObjectNode> tweak) {
        var url = "https://" + UUID.randomUUID() + ".vendor.test/client";
        VendorHost.publishes(url, document(url, tweak));
        return new OAuthClient(url, "", redirectUri);
    }

    public static OAuthClient registered(Consumer<ObjectNode> tweak) {
        var answer = Http.postJson("/oauth/register", metadata(tweak));
        if (answer.status() != 201) {
            throw new AssertionError("Registration failed: " + answer);
        }
        return new OAuthClient(
                answer.json().path("client_id").asText(),
                answer.json().path("client_secret").asText(),
                answer.json().path("redirect_uris").path(0).asText());
    }

    /** A public client that is registered already. */
    static OAuthClient known(String id) {
        return new OAuthClient(id, "", REDIRECT_URI);
    }

    public static String metadata(Consumer<ObjectNode> tweak) {
        var metadata = new ObjectMapper().createObjectNode();
        metadata.put("client_name", "Test client");
        metadata.put("token_endpoint_auth_method", "none");
        metadata.putArray("redirect_uris").add(REDIRECT_URI);
        metadata.putArray("grant_types").add("authorization_code").add("refresh_token");
        tweak.accept(metadata);
        return metadata.toString();
    }

    public String id() {
        return id;
    }

    public String secret() {
        return secret;
    }

    /** An authorization request with everything right; tests change one thing. */
    public AuthorizationRequest authorizationRequest() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", id);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("code_challenge", Pkce.CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        parameters.put("state", STATE);
        parameters.put("resource", TestServer.resource().toString());
        return new AuthorizationRequest(new ArrayList<>(Http.pairs(parameters)));
    }

    /** The whole way: the person signs in and consents, the code is redeemed. */
    public Tokens tokensFor(Person person, String... scopes) {
        return tokensFor(Browser.signedInAs(person), scopes);
    }

    /** The same for whoever is signed in with this browser. */
    public Tokens tokensFor(Browser browser, String... scopes) {
        var request = authorizationRequest();
        if (scopes.length > 0) {
            request = request.with("scope", String.join(" ", scopes));
        }
        return Tokens.of(redeem(request.allowedBy(browser)));
    }

    public Answer redeem(String code) {
        return redeem(code, form -> form);
    }

    public Answer redeem(String code, UnaryOperator<Map<String, String>> tweak) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", Pkce.VERIFIER);
        form.put("redirect_uri", redirectUri);
        form.put("resource", TestServer.resource().toString());
        return token(Http.pairs(tweak.apply(authenticated(form))));
    }

    /** With id and secret in the header (OAuth 2.1 §2.4.1). */
    public Answer redeemByBasic(String code) {
        return tokenByBasic(
                Http.pairs(Map.of("grant_type", "authorization_code", "code", code, "code_verifier", Pkce.VERIFIER)));
    }

    public Answer tokenByBasic(List<Entry<String, String>> form) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Http.postForm("/oauth/token", form, r -> r.header("Authorization", "Basic " + credentials));
    }

    public Answer refresh(String refreshToken) {
        return refresh(refreshToken, form -> form);
    }

    public Answer refresh(String refreshToken, UnaryOperator<Map<String, String>> tweak) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return token(Http.pairs(tweak.apply(authenticated(form))));
    }

    public Answer token(List<Entry<String, String>> form) {
        return Http.postForm("/oauth/token", form, request -> {
            proofs.get().forEach(proof -> request.header("DPoP", proof));
            return request;
        });
    }

    /** The same client, which proves this key in each token request. */
    public OAuthClient proving(DpopKey key) {
        return sending(() -> List.of(key.proofForTokens()));
    }

    /** The same client, which sends these proofs in each token request. */
    public OAuthClient sending(Supplier<List<String>> headers) {
        var client = new OAuthClient(id, secret, redirectUri, key);
        client.proofs = headers;
        return client;
    }

    /** The same client, which signs with this key. */
    public OAuthClient withKey(ECKey signing) {
        var client = new OAuthClient(id, secret, redirectUri, Optional.of(signing));
        client.proofs = proofs;
        return client;
    }

    /** RFC 9126: leaves the request with the server, which answers with a reference to it. */
    public Answer push(AuthorizationRequest request, String... proofs) {
        var form = new ArrayList<>(request.parameters());
        if (!secret.isEmpty()) {
            form.add(new SimpleEntry<>("client_secret", secret));
        }
        return Http.postForm("/oauth/par", form, more -> {
            List.of(proofs).forEach(proof -> more.header("DPoP", proof));
            return more;
        });
    }

    /** The request that refers to a pushed one. */
    public AuthorizationRequest pushed(AuthorizationRequest request, String... proofs) {
        var answer = push(request, proofs);
        if (answer.status() != 201) {
            throw new AssertionError("Not pushed: " + answer);
        }
        return reference(answer.json().path("request_uri").asText());
    }

    public AuthorizationRequest reference(String requestUri) {
        return new AuthorizationRequest(
                new ArrayList<>(Http.pairs(Map.of("client_id", id, "request_uri", requestUri))));
    }

    public Answer revoke(String token) {
        return Http.postForm("/oauth/revoke", Http.pairs(authenticated(Map.of("token", token))), r -> r);
    }

    public Answer introspect(String token) {
        return Http.postForm("/oauth/introspect", Http.pairs(authenticated(Map.of("token", token))), r -> r);
    }

    Map<String, String> authenticated(Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("client_id", id);
        if (!secret.isEmpty()) {
            all.put("client_secret", secret);
        }
        key.ifPresent(own -> all.putAll(Assertion.by(id).signed(own)));
        return all;
    }
}
