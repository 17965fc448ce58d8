package com.siacapp.console.entity;

import static com.siacapp.console.entity.ClientDraft.Problem.KEYS;
import static com.siacapp.console.entity.ClientDraft.Problem.NAME;
import static com.siacapp.console.entity.ClientDraft.Problem.REDIRECT_URIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.console.entity.ClientDraft.Kind;
import com.siacapp.grants.entity.Scope;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDraftTest {

    @Test
    void each_line_is_one_redirect_address() {
        var draft = new ClientDraft(
                "Intranet",
                " https://a.example/cb \r\n\r\nhttps://b.example/cb",
                Kind.SECRET,
                "",
                Optional.empty(),
                Set.of(),
                false);
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.metadata().redirectUris()).extracting(Object::toString).hasSize(2);
        assertThat(draft.metadata().authenticationMethod()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://evil.example/",
                "javascript:alert(1)",
                "https://a.example/#x",
                "https://a.example/\nx"
            })
    void an_address_that_no_client_may_register_is_refused(String address) {
        assertThat(new ClientDraft("Intranet", address, Kind.PUBLIC, "", Optional.empty(), Set.of(), false).problems())
                .containsExactly(REDIRECT_URIS);
    }

    @Test
    void an_app_for_devices_alone_needs_no_address() {
        var draft = forDevices("");
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.metadata().grantTypes())
                .containsExactlyInAnyOrder(GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN);
        assertThat(forDevices("https://a.example/cb").metadata().grantTypes())
                .contains(GrantType.AUTHORIZATION_CODE, GrantType.DEVICE_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u202e\u200b", "---"})
    void a_name_nobody_can_read_is_refused(String name) {
        assertThat(new ClientDraft(name, "https://a.example/cb", Kind.PUBLIC, "", Optional.empty(), Set.of(), false)
                        .problems())
                .containsExactly(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "keys", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}"})
    void keys_that_prove_nothing_are_refused(String jwks) {
        var draft = new ClientDraft(
                "Intranet", "https://a.example/cb", Kind.KEYS, jwks, KeyRules.pasted(jwks), Set.of(), false);
        assertThat(draft.problems()).containsExactly(KEYS);
    }

    @Test
    void scopes_are_a_limit_only_if_some_are_ticked() {
        var scopes = Set.of(Scope.TEMPLATES_WRITE, Scope.TEMPLATES_READ);
        var draft =
                new ClientDraft("Intranet", "https://a.example/cb", Kind.PUBLIC, "", Optional.empty(), scopes, false);
        assertThat(draft.metadata().scope()).contains("siac.templates.read siac.templates.write");
        assertThat(new ClientDraft(
                                "Intranet", "https://a.example/cb", Kind.PUBLIC, "", Optional.empty(), Set.of(), false)
                        .metadata()
                        .scope())
                .isEmpty();
    }

    private static ClientDraft forDevices(String redirectUris) {
        return new ClientDraft("Scanner", redirectUris, Kind.PUBLIC, "", Optional.empty(), Set.of(), true);
    }
}
