package com.siacapp.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Audit;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant's program that acts by itself (OAuth 2.1 §4.2, MCP extension oauth-client-credentials). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ServiceAccountIT {

    @Test
    void its_token_says_what_an_access_token_must_and_acts_in_its_tenant_by_its_role() throws Exception {
        var account = ServiceAccount.created("AUTHOR", "siac.templates.read", "siac.templates.write");
        var answer = account.requestsToken(Map.of("resource", "" + TestServer.resource()));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(answer.json().has("id_token")).isFalse();
        assertThat(answer.json().path("scope").asText()).isEqualTo("siac.templates.read siac.templates.write");
        var jwt = SignedJWT.parse(answer.json().path("access_token").asText());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("" + TestServer.address());
        assertThat(claims.getAudience()).containsExactly("" + TestServer.resource());
        assertThat(claims.getStringClaim("client_id")).isEqualTo(account.clientId());
        assertThat(claims.getClaims())
                .containsKeys("exp", "iat", "jti", "scope", "sub")
                .doesNotContainKey("auth_time");
        var user = Mcp.with(jwt.serialize()).result("get_user_info", Map.of()).path("structuredContent");
        assertThat(user.path("name").asText()).isEqualTo("Nightly report");
        assertThat(user.path("role").asText()).isEqualTo("AUTHOR");
        assertThat(user.path("id").asText()).isEqualTo(claims.getSubject());
        assertThat(user.path("client_id").asText())
                .isEqualTo(
                        Database.value("select tenant_id from app_user where email = '" + Person.ADMIN.email() + "'"));
        assertThat(account.tokens().claims().getSubject())
                .as("the same program has the same subject")
                .isEqualTo(claims.getSubject());
    }

    @Test
    void it_gets_what_it_was_given_and_its_role_allows_and_no_more() {
        var viewer = ServiceAccount.created("VIEWER", "siac.user.full_access");
        var asked = Map.of("scope", "openid offline_access siac.templates.read siac.templates.write");
        assertThat(viewer.requestsToken(asked).json().path("scope").asText()).isEqualTo("siac.templates.read");
        var reader = ServiceAccount.created("ADMINISTRATOR", "siac.templates.read");
        var refused = Database.unchangedBy(() -> reader.requestsToken(Map.of("scope", "siac.templates.write")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_scope");
    }

    @Test
    void it_cannot_be_made_with_scopes_of_people() {
        var admin = Map.of("act", "create", "role", "VIEWER", "scope", "openid siac.templates.read");
        assertThat(Database.unchangedBy(() -> ServiceAccount.act(Person.ADMIN, admin))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void a_token_for_another_resource_is_refused() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var refused =
                Database.unchangedBy(() -> account.requestsToken(Map.of("resource", "https://elsewhere.example/")));
        assertThat(refused.error()).isEqualTo("invalid_target");
    }

    @Test
    void disabled_it_is_shut_out_at_once_and_enabled_it_starts_anew() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var tokens = account.tokens();
        assertThat(tokens.areGood()).isTrue();
        assertThat(account.is("disable", Person.ADMIN).body()).isEqualTo("true");
        assertThat(tokens.areGood()).isFalse();
        var refused = Database.unchangedBy(() -> account.requestsToken(Map.of()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("unauthorized_client");
        assertThat(account.is("enable", Person.ADMIN).body()).isEqualTo("true");
        assertThat(account.tokens().areGood()).isTrue();
        assertThat(tokens.areGood()).as("what was stopped stays stopped").isFalse();
        assertThat(Audit.of(account.clientId()))
                .containsExactly(
                        "SERVICE_ACCOUNT_CREATED",
                        "TOKENS_ISSUED",
                        "SERVICE_ACCOUNT_DISABLED",
                        "SERVICE_ACCOUNT_ENABLED",
                        "TOKENS_ISSUED");
    }

    @Test
    void deleted_it_is_gone_with_its_tokens_and_its_client() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var tokens = account.tokens();
        assertThat(account.is("delete", Person.ADMIN).body()).isEqualTo("true");
        assertThat(tokens.areGood()).isFalse();
        var refused = account.requestsToken(Map.of());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_client");
        assertThat(account.is("enable", Person.ADMIN).body()).isEqualTo("false");
    }

    @Test
    void a_new_secret_ends_the_old_one_and_what_it_was_worth() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var tokens = account.tokens();
        var renewed = account.withNewSecret();
        assertThat(tokens.areGood()).isFalse();
        assertThat(account.requestsToken(Map.of()).error()).isEqualTo("invalid_client");
        assertThat(renewed.tokens().areGood()).isTrue();
    }

    @Test
    void a_secret_that_is_replaced_while_it_is_checked_gets_no_token() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var refused = Database.overtaken(
                "select 1 from client where id = '" + account.clientId() + "'",
                () -> account.requestsToken(Map.of()),
                secretOf(account, "another"));
        assertRefused(refused);
    }

    @Test
    void a_secret_that_is_replaced_while_it_is_checked_gets_no_token_even_if_the_new_one_got_some() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        account.tokens();
        var refused = Database.overtakenAtTable(
                "oauth_grant", () -> account.requestsToken(Map.of()), secretOf(account, "another"));
        assertRefused(refused);
    }

    @Test
    void an_account_that_is_disabled_while_it_begins_gets_no_grant_that_it_could_use_once_enabled() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var isItsUser = "id = (select user_id from service_account where client_id = '" + account.clientId() + "')";
        var refused = Database.overtaken(
                "select 1 from app_user where " + isItsUser,
                () -> account.requestsToken(Map.of()),
                "update app_user set disabled_at = now() where " + isItsUser);
        assertThat(refused.error()).isEqualTo("unauthorized_client");
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + account.clientId() + "'"))
                .isEqualTo("0");
    }

    private static String secretOf(ServiceAccount account, String hash) {
        return "update client set secret_hash = '" + hash + "' where id = '" + account.clientId() + "'";
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_client");
    }

    @Test
    void a_revoked_token_is_dead_and_the_program_may_get_another() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var tokens = account.tokens();
        assertThat(account.asks("/oauth/revoke", tokens.access()).status()).isEqualTo(200);
        assertThat(tokens.areGood()).isFalse();
        assertThat(account.tokens().areGood()).isTrue();
    }

    @Test
    void it_goes_on_when_a_grant_expires() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        account.tokens();
        Time.passes(Duration.ofDays(181));
        assertThat(account.tokens().areGood()).isTrue();
    }

    @Test
    void introspection_shows_its_tokens_to_itself() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var seen = account.asks("/oauth/introspect", account.tokens().access()).json();
        assertThat(seen.path("active").asBoolean()).isTrue();
        assertThat(seen.path("client_id").asText()).isEqualTo(account.clientId());
        assertThat(seen.path("scope").asText()).isEqualTo("siac.templates.read");
    }

    @Test
    void its_token_is_bound_to_the_key_it_proves() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var key = DpopKey.generated();
        var answer = account.requestsToken(Map.of(), List.of(key.proofForTokens()));
        assertThat(answer.json().path("token_type").asText()).isEqualTo("DPoP");
        var access = answer.json().path("access_token").asText();
        assertThat(Mcp.with(access).ping().status()).isEqualTo(401);
        assertThat(DpopKey.ping("DPoP " + access, List.of(key.proofFor(access))).status())
                .isEqualTo(200);
        assertThat(account.asks("/oauth/introspect", access)
                        .json()
                        .at("/cnf/jkt")
                        .asText())
                .isEqualTo(key.thumbprint());
    }

    @Test
    void clients_that_registered_themselves_have_no_such_grant() {
        var registered =
                OAuthClient.registered(metadata -> metadata.put("token_endpoint_auth_method", "client_secret_post")
                        .putArray("grant_types")
                        .add("authorization_code")
                        .add("client_credentials"));
        var form = Map.of(
                "grant_type", "client_credentials", "client_id", registered.id(), "client_secret", registered.secret());
        var refused = Database.unchangedBy(() -> registered.token(Http.pairs(form)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("unauthorized_client");
        assertThat(Database.value("select grant_types from client where id = '" + registered.id() + "'"))
                .isEqualTo("authorization_code");
        var anonymous = OAuthClient.registered();
        var open = Map.of("grant_type", "client_credentials", "client_id", anonymous.id());
        assertThat(anonymous.token(Http.pairs(open)).error()).isEqualTo("unauthorized_client");
    }

    @Test
    void it_starts_no_authorization() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        var address = "/oauth/authorize?response_type=code&client_id=" + account.clientId() + "&redirect_uri="
                + "https%3A%2F%2Felsewhere.example%2F&code_challenge=" + "x".repeat(43) + "&code_challenge_method=S256";
        var answer = Browser.signedInAs(Person.AUTHOR).open(address);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void nobody_signs_in_as_a_program() {
        var account = ServiceAccount.created("ADMINISTRATOR", "siac.templates.read");
        var email = Database.value("select u.email from app_user u join service_account a on a.user_id = u.id"
                + " where a.client_id = '" + account.clientId() + "'");
        for (var password : List.of("", "null", account.secret(), Person.ADMIN.password())) {
            assertThat(new Browser().signIn(email, password).status()).isNotEqualTo(303);
        }
    }

    @Test
    void only_an_administrator_manages_programs_and_only_those_of_their_own_company() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        for (var act : List.of("disable", "enable", "rotate", "delete")) {
            assertThat(account.is(act, Person.AUTHOR).status()).isEqualTo(403);
        }
        var made = Map.of("act", "create", "role", "VIEWER", "scope", "siac.templates.read");
        assertThat(ServiceAccount.act(Person.VIEWER, made).status()).isEqualTo(403);

        Browser.signedInAs(Person.STRANGER);
        Database.promoteStranger();
        assertThat(ServiceAccount.act(Person.STRANGER, Map.of("act", "list")).body())
                .doesNotContain(account.id());
        for (var act : List.of("disable", "rotate", "delete")) {
            assertThat(Database.unchangedBy(() -> account.is(act, Person.STRANGER))
                            .body())
                    .isEqualTo("false");
        }
        Database.demoteStranger();
        assertThat(account.tokens().areGood()).isTrue();
        assertThat(ServiceAccount.act(Person.ADMIN, Map.of("act", "list")).body())
                .contains(account.id())
                .doesNotContain(account.secret());
    }

    @Test
    void a_program_manages_no_programs_even_as_an_administrator() {
        var account = ServiceAccount.created("ADMINISTRATOR", "siac.user.full_access");
        var user = account.tokens().claims().getSubject();
        var form = Http.pairs(Map.of("administrator", user, "act", "list"));
        assertThat(Http.postForm("/in-container/service-accounts", form, r -> r).status())
                .isEqualTo(403);
    }
}
