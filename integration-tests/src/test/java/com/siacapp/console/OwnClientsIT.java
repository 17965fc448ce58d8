package com.siacapp.console;

import static com.siacapp.testkit.Administration.notice;
import static com.siacapp.testkit.Form.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Assertion;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The apps and the programs that a company registers itself. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OwnClientsIT {

    @Test
    void a_companys_own_app_is_for_its_people_and_does_not_exist_for_others() {
        var company = Company.added();
        var client = company.administrator().administration().makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        assertThat(company.hire("AUTHOR").tokens(client).areGood()).isTrue();
        var stranger = Company.added().administrator().browser();
        var refused = client.authorizationRequest().openedBy(stranger);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.location()).isEmpty();
    }

    @Test
    void a_confidential_app_is_shown_its_secret_once_and_a_new_one_ends_the_old() {
        var company = Company.added();
        var admin = company.administrator().administration();
        var client = admin.makeApp("SECRET", OAuthClient.REDIRECT_URI);
        var secret = client.secret();
        assertThat(admin.open("clients").body()).contains(client.id()).doesNotContain(secret);
        assertThat(Database.value("select count(*) from client where secret_hash = '" + secret + "'"))
                .isEqualTo("0");
        var code =
                client.authorizationRequest().allowedBy(company.administrator().browser());
        var renewed = Administration.app(
                admin.confirm("clients/" + client.id() + "/rotate-secret"), OAuthClient.REDIRECT_URI);
        assertThat(renewed.id()).isEqualTo(client.id());
        assertThat(client.redeemByBasic(code).error()).isEqualTo("invalid_client");
        assertThat(renewed.redeemByBasic(code).status()).isEqualTo(200);
    }

    @Test
    void an_app_that_is_deleted_while_somebody_consents_goes_with_that_consent() {
        var company = Company.added();
        var admin = company.administrator().administration();
        var client = admin.makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        company.hire("AUTHOR").tokens(client);
        var answer = Database.overtaken(
                "select 1 from client where id = '" + client.id() + "'",
                () -> admin.confirm("clients/" + client.id() + "/delete"),
                Database.oneMoreGrantLike("client_id = '" + client.id() + "'"));
        assertThat(notice(answer)).isEqualTo("CLIENT_DELETED");
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("0");
    }

    /** Whoever deletes or stops a client holds it, and waits for those who get tokens: these must not wait for it. */
    @Test
    @Timeout(60)
    void a_code_is_redeemed_while_somebody_is_at_its_app() {
        var company = Company.added();
        var client = company.administrator().administration().makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        var code =
                client.authorizationRequest().allowedBy(company.hire("AUTHOR").browser());
        Database.whileHeld(
                "select 1 from client where id = '" + client.id() + "'",
                () -> assertThat(Tokens.of(client.redeem(code)).areGood()).isTrue());
    }

    @Test
    void a_disabled_app_is_refused_everywhere_and_its_connections_stay_dead_when_it_is_enabled_again() {
        var company = Company.added();
        var admin = company.administrator().administration();
        var client = admin.makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        var tokens = company.hire("AUTHOR").tokens(client);
        assertThat(notice(admin.confirm("clients/" + client.id() + "/disable"))).isEqualTo("CLIENT_DISABLED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_client");
        assertThat(client.authorizationRequest().openedBy(admin.browser()).status())
                .isEqualTo(400);
        assertThat(notice(admin.confirm("clients/" + client.id() + "/enable"))).isEqualTo("CLIENT_ENABLED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(company.hire("AUTHOR").tokens(client).areGood()).isTrue();
    }

    @Test
    void a_deleted_app_is_gone_with_its_tokens() {
        var company = Company.added();
        var admin = company.administrator().administration();
        var client = admin.makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        var tokens = company.hire("AUTHOR").tokens(client);
        assertThat(notice(admin.confirm("clients/" + client.id() + "/delete"))).isEqualTo("CLIENT_DELETED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_client");
        assertThat(Database.value("select count(*) from client where id = '" + client.id() + "'"))
                .isEqualTo("0");
        assertThat(admin.rows("audit")).contains("Deleted an app");
    }

    @Test
    void an_app_with_a_redirect_address_no_client_may_have_is_not_registered() {
        var admin = Company.added().administrator().administration();
        for (var address : new String[] {"http://evil.example/", "javascript:alert(1)", ""}) {
            var answer = Database.unchangedBy(() -> admin.fill(
                    "clients/new", "clients/new", Map.of("name", "X", "redirect_uris", address, "kind", "PUBLIC")));
            assertThat(answer.status()).as(address).isEqualTo(400);
        }
    }

    /** OAuth 2.1 §7.13.2: one company's administrator must not turn this server into a redirector for everybody. */
    @Test
    void a_browser_is_sent_to_a_companys_app_by_a_mere_link_only_if_its_person_belongs_there() {
        var company = Company.added();
        var client = company.administrator().administration().makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        var silent = client.authorizationRequest().with("prompt", "none");
        assertThat(silent.openedBy(company.administrator().browser()).redirectsTo(OAuthClient.REDIRECT_URI))
                .isTrue();
        assertThat(silent.openedBy(new Browser()).offeredBack()).containsEntry("error", "login_required");
        var strangers = silent.with("max_age", "x").openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(strangers.location()).isEmpty();
    }

    @Test
    void a_service_account_is_made_with_a_secret_shown_once_and_stopped() {
        var admin = Company.added().administrator().administration();
        var made = admin.fill(
                "clients/services/new",
                "clients/services/new",
                Map.of("name", "Nightly report", "role", "VIEWER", "scope", "siac.templates.read"));
        assertThat(made.page().select(".once code")).hasSize(2);
        var id = admin.open("clients")
                .page()
                .select("a[href*=/services/][href$=/disable]")
                .attr("href")
                .replace("/admin/", "");
        assertThat(notice(admin.confirm(id))).isEqualTo("SERVICE_DISABLED");
        assertThat(notice(admin.confirm(id.replace("disable", "enable")))).isEqualTo("SERVICE_ENABLED");
        assertThat(notice(admin.confirm(id.replace("disable", "delete")))).isEqualTo("SERVICE_DELETED");
        assertThat(admin.text("clients")).doesNotContain("Nightly report");
    }

    @Test
    void a_service_account_with_keys_of_its_own_has_no_secret_and_its_keys_are_replaced() throws Exception {
        var admin = Company.added().administrator().administration();
        var first = Secrets.seen(new ECKeyGenerator(Curve.P_256).generate());
        var made = admin.fill(
                "clients/services/new",
                "clients/services/new",
                Map.of("name", "Signer", "role", "AUTHOR", "scope", "siac.templates.read", "jwks", jwks(first)));
        var id = made.page().select(".once code").eachText();
        assertThat(id).as("the client id and no secret").hasSize(1);
        var token = programsToken(id.get(0), first);
        assertThat(token.status()).as(token.toString()).isEqualTo(200);
        assertThat(token.json().path("scope").asText()).isEqualTo("siac.templates.read");
        var second = Secrets.seen(new ECKeyGenerator(Curve.P_256).generate());
        assertThat(programsToken(id.get(0), second).error()).isEqualTo("invalid_client");
        var keys = admin.open("clients")
                .page()
                .select("a[href$=/keys]")
                .attr("href")
                .replace("/admin/", "");
        for (var refused : new String[] {"", "{}", new JWKSet(second).toString(false)}) {
            assertThat(Database.unchangedBy(() -> admin.fill(keys, keys, Map.of("jwks", refused)))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(notice(admin.fill(keys, keys, Map.of("jwks", jwks(second))))).isEqualTo("KEYS_REPLACED");
        assertThat(Mcp.with(token.json().path("access_token").asText()).ping().status())
                .isEqualTo(401);
        assertThat(programsToken(id.get(0), first).error()).isEqualTo("invalid_client");
        assertThat(programsToken(id.get(0), second).status()).isEqualTo(200);
        assertThat(admin.rows("audit")).contains("Replaced the keys of a service account");
        var stranger = Company.added().administrator().administration();
        assertThat(stranger.open(keys).status()).isEqualTo(404);
        assertThat(admin.open(keys.replace("/keys", "/rotate-secret")).status()).isEqualTo(200);
        assertThat(admin.confirm(keys.replace("/keys", "/rotate-secret")).status())
                .as("it has no secret to replace")
                .isEqualTo(404);
    }

    @Test
    void an_app_with_keys_of_its_own_is_shown_as_the_companys_and_goes_no_further_than_the_administrator_said()
            throws Exception {
        var company = Company.added();
        var admin = company.administrator().administration();
        var key = Secrets.seen(new ECKeyGenerator(Curve.P_256).generate());
        var id = admin.fill(
                        "clients/new",
                        "clients/new",
                        Map.of(
                                "name",
                                "Intranet",
                                "redirect_uris",
                                OAuthClient.WEB_REDIRECT_URI,
                                "kind",
                                "KEYS",
                                "jwks",
                                jwks(key),
                                "scope",
                                "siac.templates.read"))
                .page()
                .select(".once code")
                .text();
        var client = OAuthClient.signing(id, OAuthClient.WEB_REDIRECT_URI, key);
        var author = company.hire("AUTHOR").browser();
        var asked = client.authorizationRequest().with("scope", "openid siac.user.full_access");
        assertThat(asked.openedBy(author).page().text())
                .contains("Added by your administrator")
                .doesNotContain("Unverified");
        var tokens = Tokens.of(client.redeem(asked.allowedBy(author)));
        assertThat(tokens.scope()).isEqualTo("openid siac.templates.read");
        assertThat(client.refresh(tokens.refresh(), with("scope", "siac.templates.write"))
                        .error())
                .isEqualTo("invalid_scope");
        var more = client.authorizationRequest()
                .with("scope", "siac.templates.write")
                .openedBy(author);
        assertThat(more.error()).isEqualTo("invalid_scope");
        assertThat(OAuthClient.known(id, "").refresh(tokens.refresh()).error()).isEqualTo("invalid_client");
        var next = Secrets.seen(new ECKeyGenerator(Curve.P_256).generate());
        var keys = "clients/" + id + "/keys";
        assertThat(notice(admin.fill(keys, keys, Map.of("jwks", jwks(next))))).isEqualTo("KEYS_REPLACED");
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_client");
        assertThat(OAuthClient.signing(id, OAuthClient.WEB_REDIRECT_URI, next)
                        .refresh(tokens.refresh())
                        .status())
                .isEqualTo(200);
    }

    private static String jwks(ECKey key) {
        return new JWKSet(key).toString(true);
    }

    /** What the program gets that proves by this key who it is. */
    private static Answer programsToken(String client, ECKey key) {
        var form = new LinkedHashMap<>(Assertion.by(client).signed(key));
        form.put("grant_type", "client_credentials");
        return Http.postForm("/oauth/token", Http.pairs(form), request -> request);
    }
}
