package com.siacapp.token.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.http.entity.OAuthParameters;
import jakarta.ws.rs.core.AbstractMultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedCredentialsTest {

    @Test
    void a_client_id_alone_is_a_public_client() {
        var credentials = PresentedCredentials.of(null, form(Map.of("client_id", "a")));
        assertThat(credentials.method()).isEqualTo(ClientAuthenticationMethod.NONE);
    }

    @Test
    void basic_credentials_are_form_decoded() {
        var credentials = PresentedCredentials.of(basic("a%3Ab:s%20c+d"), form(Map.of()));
        assertThat(credentials.id()).isEqualTo("a:b");
        assertThat(credentials.secret().orElseThrow().value()).isEqualTo("s c d");
        assertThat(credentials.method()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void two_methods_in_one_request_are_refused() {
        var form = form(Map.of("client_id", "a", "client_secret", "s"));
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> PresentedCredentials.of(basic("a:s"), form))
                .satisfies(refused -> assertThat(refused.error()).isEqualTo(OAuthError.INVALID_REQUEST));
    }

    @Test
    void another_client_id_beside_basic_is_refused() {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> PresentedCredentials.of(basic("a:s"), form(Map.of("client_id", "b"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic", "Basic !!!", "Basic YQ==", "Basic JXp6OmE="})
    void a_header_that_is_no_basic_credentials_is_an_invalid_client(String header) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> PresentedCredentials.of(header, form(Map.of("client_id", "a"))))
                .satisfies(refused -> assertThat(refused.error()).isEqualTo(OAuthError.INVALID_CLIENT));
    }

    @Test
    void an_assertion_names_the_client_where_client_id_does_not() {
        var credentials = PresentedCredentials.of(null, assertion("{\"sub\":\"a\"}"));
        assertThat(credentials.id()).isEqualTo("a");
        assertThat(credentials.method()).isEqualTo(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sub\":\"a\\u0000b\"}", "{\"sub\":null}", "[]", "nonsense"})
    void an_assertion_that_names_no_client_is_an_invalid_client(String claims) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> PresentedCredentials.of(null, assertion(claims)))
                .satisfies(refused -> assertThat(refused.error()).isEqualTo(OAuthError.INVALID_CLIENT));
    }

    private static OAuthParameters assertion(String claims) {
        var jwt = base64("{\"alg\":\"ES256\"}") + "." + base64(claims) + "." + base64("signature");
        return form(Map.of(
                "client_assertion",
                jwt,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static OAuthParameters form(Map<String, String> values) {
        var form = new AbstractMultivaluedMap<String, String>(new HashMap<>()) {};
        values.forEach(form::putSingle);
        return new OAuthParameters(form);
    }
}
