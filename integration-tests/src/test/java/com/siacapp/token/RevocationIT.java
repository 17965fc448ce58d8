package com.siacapp.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Audit;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Giving tokens back (RFC 7009), asking about them (RFC 7662) and about the person (OpenID Connect Core §5.3). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RevocationIT {

    private static final String INACTIVE = "{\"active\":false}";

    @Test
    void revoking_either_token_ends_both_at_once() {
        var client = OAuthClient.registered();
        var byRefresh = client.tokensFor(Person.AUTHOR);
        assertThat(client.revoke(byRefresh.refresh()).status()).isEqualTo(200);
        assertThat(byRefresh.areGood()).isFalse();
        assertThat(Audit.of(client)).containsExactly("TOKENS_ISSUED", "GRANT_REVOKED");
        var byAccess = client.tokensFor(Person.AUTHOR);
        assertThat(client.revoke(byAccess.access()).status()).isEqualTo(200);
        assertThat(byAccess.areGood()).isFalse();
        assertThat(client.refresh(byAccess.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_client_cannot_revoke_what_is_not_its_own_and_is_not_told_so() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);
        var stranger = OAuthClient.registered();
        for (var token : new String[] {tokens.access(), tokens.refresh(), "made-up"}) {
            var answer = Database.unchangedBy(() -> stranger.revoke(token));
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(tokens.areGood()).isTrue();
    }

    @Test
    void a_client_sees_its_own_tokens_and_nobody_elses() {
        var client = OAuthClient.confidential();
        var tokens = client.tokensFor(Person.AUTHOR, "siac.templates.read");
        var seen = client.introspect(tokens.access()).json();
        assertThat(seen.path("active").asBoolean()).isTrue();
        assertThat(seen.path("scope").asText()).isEqualTo("siac.templates.read");
        var refresh = client.introspect(tokens.refresh()).json();
        assertThat(refresh.path("active").asBoolean()).isTrue();
        var foreign = OAuthClient.confidential().introspect(tokens.access());
        assertThat(foreign.body()).isEqualTo(INACTIVE);
        client.revoke(tokens.refresh());
        assertThat(client.introspect(tokens.access()).body()).isEqualTo(INACTIVE);
        assertThat(client.introspect(tokens.refresh()).body()).isEqualTo(INACTIVE);
    }

    @Test
    void a_public_client_cannot_introspect() {
        var refused = OAuthClient.registered().introspect("anything");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_client");
    }

    @Test
    void userinfo_tells_what_the_scopes_allow() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR, "openid", "email", "siac.templates.read");
        var userinfo = userinfo(tokens.access());
        assertThat(userinfo.status()).as(userinfo.toString()).isEqualTo(200);
        assertThat(userinfo.json().path("email").asText()).isEqualTo(Person.AUTHOR.email());
        // Nobody verifies addresses: no e-mail is sent.
        assertThat(userinfo.json().path("email_verified")).isEqualTo(BooleanNode.FALSE);
        assertThat(userinfo.json().has("name")).isFalse();
        assertThat(tokens.id()).isNotEmpty();
    }

    @Test
    void userinfo_without_openid_or_without_a_good_token_is_refused() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);
        assertThat(userinfo(tokens.access()).status()).isEqualTo(403);
        assertThat(userinfo("made-up").status()).isEqualTo(401);
        assertThat(Http.get("/oauth/userinfo").header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(userinfo(tokens.refresh()).header("WWW-Authenticate")).contains("invalid_token");
    }

    private static Answer userinfo(String token) {
        return Http.send(
                "/oauth/userinfo",
                "GET",
                BodyPublishers.noBody(),
                request -> request.header("Authorization", "Bearer " + token));
    }
}
