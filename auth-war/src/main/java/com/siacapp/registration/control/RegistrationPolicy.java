package com.siacapp.registration.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT_METADATA;

import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.control.MetadataRules;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import net.minidev.json.JSONObject;

/** Which clients may register, and as what (RFC 7591 §2): the rules for all, and a secret for those that want one. */
@ApplicationScoped
public class RegistrationPolicy {

    /** @throws com.siacapp.clients.entity.OAuthException invalid_redirect_uri or invalid_client_metadata */
    public ClientMetadata accept(String body) {
        return accept(MetadataRules.parse(body));
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
