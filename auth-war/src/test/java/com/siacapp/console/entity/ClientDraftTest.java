package com.siacapp.console.entity;

import static com.siacapp.console.entity.ClientDraft.Problem.NAME;
import static com.siacapp.console.entity.ClientDraft.Problem.REDIRECT_URIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.GrantType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDraftTest {

    @Test
    void each_line_is_one_redirect_address() {
        var draft = new ClientDraft("Intranet", " https://a.example/cb \r\n\r\nhttps://b.example/cb", true, false);
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
        assertThat(new ClientDraft("Intranet", address, false, false).problems())
                .containsExactly(REDIRECT_URIS);
    }

    @Test
    void an_app_for_devices_alone_needs_no_address() {
        var draft = new ClientDraft("Scanner", "", false, true);
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.metadata().grantTypes())
                .containsExactlyInAnyOrder(GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN);
        assertThat(new ClientDraft("Scanner", "https://a.example/cb", false, true)
                        .metadata()
                        .grantTypes())
                .contains(GrantType.AUTHORIZATION_CODE, GrantType.DEVICE_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u202e\u200b", "---"})
    void a_name_nobody_can_read_is_refused(String name) {
        assertThat(new ClientDraft(name, "https://a.example/cb", false, false).problems())
                .containsExactly(NAME);
    }
}
