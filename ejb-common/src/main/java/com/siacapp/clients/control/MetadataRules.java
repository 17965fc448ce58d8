package com.siacapp.clients.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT_METADATA;
import static com.siacapp.clients.entity.OAuthError.INVALID_REDIRECT_URI;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.siacapp.clients.entity.ApplicationType;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.clients.entity.RedirectUri;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * What any client may say of itself (RFC 7591 §2), whether it registers or publishes a document. Unknown members are
 * ignored and unsupported grant types dropped; what would weaken the client is refused.
 */
public final class MetadataRules {

    private static final int MOST_REDIRECT_URIS = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2000;
    private static final String NAMELESS = "MCP client";
    private static final Set<String> ID_TOKEN_ALGORITHMS = Set.of("RS256", "ES256");

    private static final List<String> OTHER_ADDRESSES =
            List.of("sector_identifier_uri", "initiate_login_uri", "backchannel_logout_uri", "frontchannel_logout_uri");

    private MetadataRules() {}

    /** @throws com.siacapp.clients.entity.OAuthException invalid_client_metadata */
    public static JSONObject parse(String body) {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException malformed) {
            throw INVALID_CLIENT_METADATA.because("the body is no JSON object");
        }
    }

    /**
     * The metadata of this JSON, which is used up.
     *
     * @param choice how the client is to authenticate, which is the one thing that depends on how it came to us
     * @throws com.siacapp.clients.entity.OAuthException invalid_redirect_uri or invalid_client_metadata
     */
    public static ClientMetadata accept(JSONObject json, MethodChoice choice) {
        // Ours to judge, and taken out first: the library's own errors do not survive every character.
        var givenRedirectUris = json.remove("redirect_uris");
        var postLogoutRedirectUris = json.remove("post_logout_redirect_uris");
        var keys = KeyRules.accept(json.remove("jwks"), json.remove("jwks_uri"));
        var idTokenAlgorithm = json.remove("id_token_signed_response_alg");
        OTHER_ADDRESSES.forEach(member -> link(member, address(member, json.remove(member))));
        var method = choice.of(json, keys);
        json.remove("token_endpoint_auth_method");
        var asked = library(json);
        var grantTypes = grantTypes(asked, method);
        // RFC 7591 §2: redirect URIs belong to grants that redirect.
        var redirectUris = givenRedirectUris == null && !grantTypes.contains(GrantType.AUTHORIZATION_CODE)
                ? List.<String>of()
                : redirectUris(givenRedirectUris);
        var type = Optional.ofNullable(asked.getApplicationType()).map(given -> ApplicationType.valueOf(given.name()));
        return new ClientMetadata(
                name(asked),
                type.orElseGet(() -> guessType(redirectUris)),
                registrable(redirectUris, type),
                postLogoutRedirectUris == null ? List.of() : registrable(redirectUris(postLogoutRedirectUris), type),
                grantTypes,
                bounded("scope", asked.getScope()),
                method,
                keys,
                new ClientMetadata.Protection(
                        idTokenAlgorithm(idTokenAlgorithm),
                        asked.requiresPushedAuthorizationRequests(),
                        asked.getDPoPBoundAccessTokens()),
                new ClientMetadata.Links(
                        link("client_uri", asked.getURI()),
                        link("logo_uri", asked.getLogoURI()),
                        link("policy_uri", asked.getPolicyURI()),
                        link("tos_uri", asked.getTermsOfServiceURI())),
                new ClientMetadata.Software(
                        bounded("software_id", asked.getSoftwareID()).orElse(null),
                        bounded("software_version", asked.getSoftwareVersion()).orElse(null)));
    }

    /** How a client authenticates. */
    @FunctionalInterface
    public interface MethodChoice {

        /** @throws com.siacapp.clients.entity.OAuthException invalid_client_metadata when it can by none of our methods */
        ClientAuthenticationMethod of(JSONObject json, ClientMetadata.Keys keys);
    }

    /** @throws com.siacapp.clients.entity.OAuthException invalid_client_metadata when the member is there and no text */
    public static Optional<String> text(JSONObject json, String member) {
        var value = json.get(member);
        if (value != null && !(value instanceof String)) {
            throw INVALID_CLIENT_METADATA.because(member + " is no text");
        }
        return Optional.ofNullable((String) value);
    }

    private static OIDCClientMetadata library(JSONObject json) {
        try {
            return OIDCClientMetadata.parse(json);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw INVALID_CLIENT_METADATA.because("a member of the metadata is malformed");
        }
    }

    private static List<String> redirectUris(@Nullable Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty() || list.size() > MOST_REDIRECT_URIS) {
            throw INVALID_REDIRECT_URI.because("redirect URIs are no list of 1 to " + MOST_REDIRECT_URIS + " members");
        }
        return list.stream().map(String::valueOf).toList();
    }

    private static List<RedirectUri> registrable(List<String> given, Optional<ApplicationType> type) {
        return given.stream()
                .map(uri -> RedirectUri.registrable(uri, type)
                        .orElseThrow(() -> INVALID_REDIRECT_URI.because("a redirect URI is not allowed")))
                .toList();
    }

    /** A name of letters a person can read: no control and no direction-changing characters to hide behind. */
    private static String name(OIDCClientMetadata asked) {
        var name = Optional.ofNullable(asked.getName())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(NAMELESS);
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(MetadataRules::isInvisible)) {
            throw INVALID_CLIENT_METADATA.because("client_name is too long or holds invisible characters");
        }
        return name;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Clients that do not say: native if any address is on the person's own computer or an app's own scheme, or if
     * there is none. */
    private static ApplicationType guessType(List<String> redirectUris) {
        return !redirectUris.isEmpty() && redirectUris.stream().allMatch(uri -> uri.startsWith("https:"))
                ? ApplicationType.WEB
                : ApplicationType.NATIVE;
    }

    /**
     * RFC 7591 §2: the default is authorization_code; §3.2.1: we may replace what we do not support, such as an assertion
     * in the hand of a public client.
     */
    private static Set<GrantType> grantTypes(OIDCClientMetadata asked, ClientAuthenticationMethod method) {
        if (asked.getGrantTypes() == null) {
            return Set.of(GrantType.AUTHORIZATION_CODE);
        }
        var supported = asked.getGrantTypes().stream()
                .flatMap(type -> GrantType.named(type.getValue()).stream())
                .filter(GrantType::isOpenToEveryClient)
                .filter(type -> type != GrantType.JWT_BEARER || method != ClientAuthenticationMethod.NONE)
                .collect(Collectors.toSet());
        if (supported.stream().noneMatch(GrantType::startsWithConsent)) {
            throw INVALID_CLIENT_METADATA.because("grant_types holds no grant that starts with a person's consent");
        }
        return supported;
    }

    /** OpenID Connect Registration §2: the default is RS256. */
    private static String idTokenAlgorithm(@Nullable Object asked) {
        var algorithm = asked == null ? ClientMetadata.Protection.DEFAULT.idTokenAlgorithm() : asked.toString();
        if (!ID_TOKEN_ALGORITHMS.contains(algorithm)) {
            throw INVALID_CLIENT_METADATA.because("id_token_signed_response_alg is not supported");
        }
        return algorithm;
    }

    private static @Nullable URI address(String member, @Nullable Object value) {
        try {
            return value == null ? null : URI.create(value.toString());
        } catch (IllegalArgumentException malformed) {
            throw INVALID_CLIENT_METADATA.because(member + " is not an address");
        }
    }

    private static @Nullable String link(String member, @Nullable URI uri) {
        if (uri != null && !"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw INVALID_CLIENT_METADATA.because(member + " is not a web address");
        }
        return bounded(member, uri).orElse(null);
    }

    private static Optional<String> bounded(String member, @Nullable Object value) {
        var text = Optional.ofNullable(value).map(Object::toString);
        if (text.filter(given -> given.length() > LONGEST_TEXT).isPresent()) {
            throw INVALID_CLIENT_METADATA.because(member + " is too long");
        }
        if (text.filter(given -> given.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw INVALID_CLIENT_METADATA.because(member + " holds control characters");
        }
        return text;
    }
}
