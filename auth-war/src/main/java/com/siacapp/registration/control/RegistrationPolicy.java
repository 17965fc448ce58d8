package com.siacapp.registration.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT_METADATA;
import static com.siacapp.clients.entity.OAuthError.INVALID_REQUEST;

import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.control.MetadataRules;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import net.minidev.json.JSONObject;

/** Which clients may register, and as what (RFC 7591 §2): the rules for all, and a secret for those that want one. */
@ApplicationScoped
public class RegistrationPolicy {

    private static final Set<String> OURS_TO_SAY = Set.of(
            "registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at");

    /** @throws com.siacapp.clients.entity.OAuthException invalid_redirect_uri or invalid_client_metadata */
    public ClientMetadata accept(String body) {
        return accept(MetadataRules.parse(body));
    }

    /**
     * What a client that is registered says of itself anew (RFC 7592 §2.2): everything, and which client it is. It neither
     * chooses its secret nor repeats what only we say.
     *
     * @throws com.siacapp.clients.entity.OAuthException those of {@link #accept(String)}, or invalid_request
     */
    public ClientMetadata acceptUpdate(Client client, String body) {
        var json = MetadataRules.parse(body);
        if (!client.id().equals(json.get("client_id"))) {
            throw INVALID_REQUEST.because("client_id is not that of the registration");
        }
        if (OURS_TO_SAY.stream().anyMatch(json::containsKey)) {
            throw INVALID_REQUEST.because("the body holds a member that only the server sets");
        }
        var secret = json.get("client_secret");
        if (secret != null && !client.hasSecret(new Secret(secret.toString()))) {
            throw INVALID_REQUEST.because("client_secret is not the one we gave");
        }
        return accept(json);
    }

    private static ClientMetadata accept(JSONObject json) {
        return MetadataRules.accept(json, RegistrationPolicy::method);
    }

    /** RFC 7591 §2: the default is client_secret_basic. */
    private static ClientAuthenticationMethod method(JSONObject json, ClientMetadata.Keys keys) {
        var method = MetadataRules.text(json, "token_endpoint_auth_method")
                .map(name -> ClientAuthenticationMethod.named(name)
                        .orElseThrow(
                                () -> INVALID_CLIENT_METADATA.because("token_endpoint_auth_method is not supported")))
                .orElse(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        if (method == ClientAuthenticationMethod.PRIVATE_KEY_JWT && !KeyRules.canSign(keys)) {
            throw INVALID_CLIENT_METADATA.because("private_key_jwt needs jwks or jwks_uri");
        }
        return method;
    }
}
