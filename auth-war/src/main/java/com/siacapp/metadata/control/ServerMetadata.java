package com.siacapp.metadata.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.siacapp.authorization.entity.Prompt;
import com.siacapp.clients.control.ClientAssertions;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.control.JwtFactory;
import com.siacapp.grants.entity.DpopScheme;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.pages.control.Pages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What this server publishes about itself, derived from what the code supports and rendered once; the keys whenever they change. */
@ApplicationScoped
public class ServerMetadata {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Inject
    Installation installation;

    @Inject
    KeyRing keys;

    private PublishedDocument authorizationServer = new PublishedDocument("{}");
    private PublishedDocument protectedResource = new PublishedDocument("{}");
    private volatile PublishedDocument jwks = new PublishedDocument("{}");

    @PostConstruct
    void render() {
        authorizationServer = document(describeAuthorizationServer());
        protectedResource = document(describeProtectedResource());
    }

    /** RFC 8414 §2 and OpenID Connect Discovery §3: one document serves both. */
    public PublishedDocument authorizationServer() {
        return authorizationServer;
    }

    /** RFC 9728 §2. */
    public PublishedDocument protectedResource() {
        return protectedResource;
    }

    /** RFC 7517 §5. */
    public PublishedDocument jwks() {
        var now = keys.jwks();
        if (!jwks.says(now)) {
            jwks = new PublishedDocument(now);
        }
        return jwks;
    }

    private Map<String, Object> describeAuthorizationServer() {
        var issuer = installation.issuer().toString();
        var methods = Arrays.stream(ClientAuthenticationMethod.values())
                .map(ClientAuthenticationMethod::wireName)
                .toList();
        var confidential =
                methods.stream().filter(method -> !method.equals("none")).toList();
        var assertionAlgorithms =
                ClientAssertions.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("issuer", issuer);
        metadata.put("authorization_endpoint", issuer + "/oauth/authorize");
        metadata.put("token_endpoint", issuer + "/oauth/token");
        metadata.put("pushed_authorization_request_endpoint", issuer + "/oauth/par");
        // RFC 8628 §4.
        metadata.put("device_authorization_endpoint", issuer + "/oauth/device_authorization");
        metadata.put("registration_endpoint", issuer + "/oauth/register");
        metadata.put("userinfo_endpoint", issuer + "/oauth/userinfo");
        metadata.put("jwks_uri", issuer + "/oauth/jwks");
        metadata.put("revocation_endpoint", issuer + "/oauth/revoke");
        metadata.put("introspection_endpoint", issuer + "/oauth/introspect");
        metadata.put("end_session_endpoint", issuer + "/oauth/logout");
        metadata.put(
                "scopes_supported",
                Arrays.stream(Scope.values()).map(Scope::wireName).toList());
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", List.of("query"));
        metadata.put(
                "grant_types_supported",
                Arrays.stream(GrantType.values()).map(GrantType::wireName).toList());
        // draft-ietf-oauth-identity-assertion-authz-grant-04 §7.2.
        metadata.put("authorization_grant_profiles_supported", List.of("urn:ietf:params:oauth:grant-profile:id-jag"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("token_endpoint_auth_methods_supported", methods);
        metadata.put("revocation_endpoint_auth_methods_supported", methods);
        metadata.put("introspection_endpoint_auth_methods_supported", confidential);
        metadata.put("dpop_signing_alg_values_supported", dpopAlgorithms());
        for (var endpoint : List.of("token", "revocation", "introspection")) {
            metadata.put(endpoint + "_endpoint_auth_signing_alg_values_supported", assertionAlgorithms);
        }
        // draft-ietf-oauth-client-id-metadata-document-02 §5.
        metadata.put("client_id_metadata_document_supported", true);
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
        metadata.put("acr_values_supported", List.of(JwtFactory.ACR_PASSWORD));
        metadata.put("claims_parameter_supported", false);
        metadata.put("request_parameter_supported", false);
        // OpenID Connect Discovery §3: absent would mean true. References to pushed requests are no such addresses.
        metadata.put("request_uri_parameter_supported", false);
        metadata.put(
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "acr",
                        "amr",
                        "nonce",
                        "name",
                        "email",
                        "email_verified"));
        metadata.put(
                "ui_locales_supported",
                Pages.LANGUAGES.stream().map(Objects::toString).toList());
        metadata.put(
                "prompt_values_supported",
                Arrays.stream(Prompt.values()).map(Prompt::wireName).toList());
        metadata.put("service_documentation", issuer + "/");
        return metadata;
    }

    /** Scopes a client needs to start with; those that write are asked for when a tool needs them (MCP, scope step-up). */
    private Map<String, Object> describeProtectedResource() {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("resource", installation.resource().toString());
        metadata.put("authorization_servers", List.of(installation.issuer().toString()));
        metadata.put(
                "scopes_supported",
                Scopes.byDefault().stream().map(Scope::wireName).sorted().toList());
        metadata.put("bearer_methods_supported", List.of("header"));
        metadata.put("dpop_signing_alg_values_supported", dpopAlgorithms());
        metadata.put("dpop_bound_access_tokens_required", false);
        metadata.put("resource_name", "SIAC Assistant");
        metadata.put("resource_documentation", installation.issuer() + "/");
        return metadata;
    }

    /** RFC 9449 §5.1, RFC 9728 §2. */
    private static List<String> dpopAlgorithms() {
        return DpopScheme.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
    }

    private static PublishedDocument document(Map<String, Object> members) {
        try {
            return new PublishedDocument(JSON.writeValueAsString(members));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
