package com.siacapp.registration.control;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Which clients may register, and as what (RFC 7591 §2). Unknown members are ignored and unsupported grant types dropped,
 * as the answer shows; what would weaken the client is refused.
 */
@ApplicationScoped
public class RegistrationPolicy {

    private static final int MOST_REDIRECT_URIS = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2000;
    private static final String NAMELESS = "MCP client";

    /** @throws com.siacapp.clients.entity.OAuthException invalid_redirect_uri or invalid_client_metadata */
    public ClientMetadata accept(String body) {
        var json = parse(body);
        // Ours to judge, and taken out first: the library's own errors do not survive every character.
        var redirectUris = redirectUris(json.remove("redirect_uris"));
        var asked = parse(json);
        var type = Optional.ofNullable(asked.getApplicationType()).map(given -> ApplicationType.valueOf(given.name()));
        return new ClientMetadata(
                name(asked),
                type.orElseGet(() -> guessType(redirectUris)),
                registrable(redirectUris, type),
                List.of(),
                grantTypes(asked),
                bounded("scope", asked.getScope()),
                authenticationMethod(asked),
                ClientMetadata.Keys.NONE,
                ClientMetadata.Protection.DEFAULT,
                new ClientMetadata.Links(
                        link("client_uri", asked.getURI()),
                        link("logo_uri", asked.getLogoURI()),
                        link("policy_uri", asked.getPolicyURI()),
                        link("tos_uri", asked.getTermsOfServiceURI())),
                new ClientMetadata.Software(
                        bounded("software_id", asked.getSoftwareID()).orElse(null),
                        bounded("software_version", asked.getSoftwareVersion()).orElse(null)));
    }

    private static JSONObject parse(String body) {
        try {
            return JSONObjectUtils.parse(body);
        } catch (ParseException malformed) {
            throw INVALID_CLIENT_METADATA.because("the body is no JSON object");
        }
    }

    private static OIDCClientMetadata parse(JSONObject json) {
        try {
            return OIDCClientMetadata.parse(json);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw INVALID_CLIENT_METADATA.because("a member of the metadata is malformed");
        }
    }

    private static List<String> redirectUris(@Nullable Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty() || list.size() > MOST_REDIRECT_URIS) {
            throw INVALID_REDIRECT_URI.because("redirect_uris is no list of 1 to " + MOST_REDIRECT_URIS + " members");
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
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(RegistrationPolicy::isInvisible)) {
            throw INVALID_CLIENT_METADATA.because("client_name is too long or holds invisible characters");
        }
        return name;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Clients that do not say: native if any address is on the person's own computer or an app's own scheme. */
    private static ApplicationType guessType(List<String> redirectUris) {
        return redirectUris.stream().allMatch(uri -> uri.startsWith("https:"))
                ? ApplicationType.WEB
                : ApplicationType.NATIVE;
    }

    /** RFC 7591 §2: the default is authorization_code; §3.2.1: we may replace what we do not support. */
    private static Set<GrantType> grantTypes(OIDCClientMetadata asked) {
        if (asked.getGrantTypes() == null) {
            return Set.of(GrantType.AUTHORIZATION_CODE);
        }
        var supported = asked.getGrantTypes().stream()
                .flatMap(type -> GrantType.named(type.getValue()).stream())
                .filter(GrantType::isOpenToEveryClient)
                .collect(Collectors.toSet());
        if (!supported.contains(GrantType.AUTHORIZATION_CODE)) {
            throw INVALID_CLIENT_METADATA.because("grant_types holds no grant that starts with a person's consent");
        }
        return supported;
    }

    /** RFC 7591 §2: the default is client_secret_basic. */
    private static ClientAuthenticationMethod authenticationMethod(OIDCClientMetadata asked) {
        var method = asked.getTokenEndpointAuthMethod();
        return method == null
                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                : ClientAuthenticationMethod.named(method.getValue())
                        .orElseThrow(
                                () -> INVALID_CLIENT_METADATA.because("token_endpoint_auth_method is not supported"));
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
