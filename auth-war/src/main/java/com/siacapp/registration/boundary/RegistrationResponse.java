package com.siacapp.registration.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.clients.boundary.ClientRegistration.Registered;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.clients.entity.RedirectUri;
import com.siacapp.keys.entity.Secret;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 7591 §3.2.1, RFC 7592 §3: the client with everything that was registered, which may differ from what was asked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        description = "The client with everything that was registered, which may differ from what was asked for."
                + " The other members are those of ClientMetadata.",
        requiredProperties = {
            "client_id",
            "client_id_issued_at",
            "registration_client_uri",
            "registration_access_token",
            "client_name",
            "application_type",
            "redirect_uris",
            "grant_types",
            "response_types",
            "token_endpoint_auth_method",
            "id_token_signed_response_alg",
            "require_pushed_authorization_requests",
            "dpop_bound_access_tokens"
        })
record RegistrationResponse(
        @Schema(description = "The client's id from now on.")
        String clientId,

        @Schema(description = "When it was registered, in seconds since 1970.")
        long clientIdIssuedAt,

        @Schema(description = "Only for methods that use a secret, and only when it was made: it is not told again.")
        @Nullable
        String clientSecret,

        @Schema(description = "With the secret; always 0, because it does not expire.") @Nullable
        Long clientSecretExpiresAt,

        @Schema(description = "Where the client reads, changes and deletes its registration.", format = "uri")
        String registrationClientUri,

        @Schema(description = "With what it does so, as a bearer token.")
        String registrationAccessToken,

        String clientName,
        String applicationType,
        List<String> redirectUris,
        List<String> grantTypes,
        List<String> responseTypes,
        String tokenEndpointAuthMethod,
        @Nullable String scope,
        @Nullable String clientUri,
        @Nullable String logoUri,
        @Nullable String policyUri,
        @Nullable String tosUri,
        @Nullable String softwareId,
        @Nullable String softwareVersion,
        @Schema(ref = "JwkSet") @Nullable @JsonRawValue String jwks,
        @Nullable String jwksUri,
        @Nullable List<String> postLogoutRedirectUris,
        String idTokenSignedResponseAlg,
        boolean requirePushedAuthorizationRequests,
        boolean dpopBoundAccessTokens) {

    static RegistrationResponse of(Registered registered, URI issuer) {
        var client = registered.client();
        var metadata = client.metadata();
        return new RegistrationResponse(
                client.id(),
                client.createdAt().getEpochSecond(),
                registered.secret().map(Secret::value).orElse(null),
                registered.secret().isPresent() ? 0L : null,
                issuer + "/oauth/register/" + client.id(),
                registered.managementToken().value(),
                metadata.name(),
                metadata.applicationType().wireName(),
                values(metadata.redirectUris()),
                metadata.grantTypes().stream().sorted().map(GrantType::wireName).toList(),
                metadata.grantTypes().contains(GrantType.AUTHORIZATION_CODE) ? List.of("code") : List.of(),
                metadata.authenticationMethod().wireName(),
                metadata.scope().orElse(null),
                metadata.links().client(),
                metadata.links().logo(),
                metadata.links().policy(),
                metadata.links().termsOfService(),
                metadata.software().id(),
                metadata.software().version(),
                metadata.keys().jwks(),
                metadata.keys().jwksUri(),
                metadata.postLogoutRedirectUris().isEmpty() ? null : values(metadata.postLogoutRedirectUris()),
                metadata.protection().idTokenAlgorithm(),
                metadata.protection().requiresPushedRequests(),
                metadata.protection().bindsAccessTokensByDpop());
    }

    private static List<String> values(List<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).toList();
    }
}
