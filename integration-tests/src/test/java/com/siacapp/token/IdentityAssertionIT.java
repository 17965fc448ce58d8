package com.siacapp.token;

import static com.siacapp.testkit.IdentityProvider.app;
import static com.siacapp.testkit.IdentityProvider.redeem;
import static com.siacapp.testkit.IdentityProvider.redeemByBasic;
import static com.siacapp.testkit.IdentityProvider.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Audit;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.IdentityProvider.Claims;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an assertion of a company's identity provider must be, and what it is worth
 * (draft-ietf-oauth-identity-assertion-authz-grant, MCP extension enterprise-managed-authorization).
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class IdentityAssertionIT {

    @Test
    void an_assertion_is_worth_an_access_token_for_the_person_and_nothing_else() throws Exception {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var client = app();
        var answer = redeem(client, provider.asserts(person, client).signed());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(answer.json().has("id_token")).isFalse();
        var tokens = Tokens.of(answer);
        assertThat(tokens.scope()).isEqualTo("siac.templates.read siac.templates.write");
        assertThat(tokens.claims().getSubject()).isEqualTo(person.id());
        assertThat(tokens.claims().getAudience()).containsExactly("" + TestServer.resource());
        assertThat(tokens.claims().getStringClaim("client_id")).isEqualTo(client.id());
        assertThat(tokens.areGood()).isTrue();
        assertThat(Audit.of(client)).containsExactly("IDENTITY_BOUND", "TOKENS_ISSUED");

        var admin = company.administrator().administration();
        assertThat(admin.text("apps")).contains("Test client").contains(person.name());
        assertThat(admin.text("audit")).contains("by the company's identity provider");
        admin.confirm("apps/disconnect-all?client=" + client.id());
        assertThat(tokens.areGood()).isFalse();
        assertThat(Tokens.of(redeem(client, provider.asserts(person, client).signed()))
                        .areGood())
                .as("the provider decides about the next")
                .isTrue();
    }

    @Test
    void a_client_that_comes_for_its_first_tokens_many_times_at_once_gets_them_all() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var known = app();
        redeem(known, provider.asserts(person, known).signed());
        var client = app();
        assertThat(Race.of(() -> redeem(client, provider.asserts(person, client).signed())))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void its_power_is_what_provider_client_and_role_agree_on() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var viewer = company.hire("VIEWER");
        var client = app();
        assertThat(Tokens.of(redeem(client, provider.asserts(viewer, client).signed()))
                        .scope())
                .isEqualTo("siac.templates.read");
        var author = company.hire("AUTHOR");
        var asked =
                redeem(client, provider.asserts(author, client).signed(), "siac.templates.write", "siac.audience.read");
        assertThat(Tokens.of(asked).scope()).isEqualTo("siac.templates.write");
        var everything = provider.asserts(author, client).with("scope", "siac.user.full_access offline_access");
        assertThat(Tokens.of(redeem(client, everything.signed(), "siac.templates.read", "offline_access"))
                        .scope())
                .isEqualTo("siac.templates.read");
        assertThat(refusal(
                        client,
                        provider.asserts(viewer, client)
                                .with("scope", "siac.templates.write")
                                .signed()))
                .isEqualTo("invalid_scope");
        assertThat(refusal(
                        client,
                        provider.asserts(author, client).with("scope", null).signed()))
                .isEqualTo("invalid_scope");
        assertThat(refusal(
                        client,
                        provider.asserts(author, client)
                                .with("scope", "openid-ish")
                                .signed()))
                .isEqualTo("invalid_scope");
    }

    @TestFactory
    Stream<DynamicTest> assertions_that_prove_nothing() {
        return Stream.of(
                refused("of another type", claims -> claims.signedAs("JWT")),
                refused("of no type", claims -> claims.signedAs("")),
                refused("that is an access token by type", claims -> claims.signedAs("at+jwt")),
                refused(
                        "for another server",
                        claims ->
                                claims.with("aud", "https://elsewhere.example").signed()),
                refused(
                        "for us and another server",
                        claims -> claims.with("aud", List.of("" + TestServer.address(), "https://elsewhere.example"))
                                .signed()),
                refused(
                        "for our token endpoint",
                        claims -> claims.with("aud", TestServer.address() + "/oauth/token")
                                .signed()),
                refused("for nobody", claims -> claims.with("aud", null).signed()),
                refused(
                        "of an issuer nobody trusts",
                        claims -> claims.with("iss", "https://evil.example").signed()),
                refused("of no issuer", claims -> claims.with("iss", null).signed()),
                refused(
                        "with U+0000 in its issuer",
                        claims -> claims.with("iss", "a\0b").signed()),
                refused(
                        "with U+0000 in the address",
                        claims -> claims.with("email", "a\0b@company.siac.test").signed()),
                refused(
                        "of our own",
                        claims -> claims.with("iss", "" + TestServer.address()).signed()),
                refused(
                        "signed by a stranger",
                        claims -> claims.signedBy(IdentityProvider.generated().key(), IdentityProvider.TYPE)),
                refused("signed by nobody", Claims::unsigned),
                refused("signed with the public key", Claims::signedByHmac),
                refused(
                        "that is expired",
                        claims -> claims.with("exp", seconds(-60)).signed()),
                refused("that never expires", claims -> claims.with("exp", null).signed()),
                refused(
                        "that expires tomorrow",
                        claims -> claims.with("exp", seconds(24 * 60 * 60)).signed()),
                refused(
                        "of tomorrow",
                        claims -> claims.with("iat", seconds(120)).signed()),
                refused("without a time", claims -> claims.with("iat", null).signed()),
                refused(
                        "that is not good yet",
                        claims -> claims.with("nbf", seconds(120)).signed()),
                refused("without an id", claims -> claims.with("jti", null).signed()),
                refused(
                        "with an oversized id",
                        claims -> claims.with("jti", "x".repeat(300)).signed()),
                refused(
                        "with U+0000 in its id",
                        claims -> claims.with("jti", "a\0b").signed()),
                refused("about nobody", claims -> claims.with("sub", null).signed()),
                refused(
                        "to another client",
                        claims -> claims.with("client_id", app().id()).signed()),
                refused("to no client", claims -> claims.with("client_id", null).signed()),
                refused(
                        "about another resource",
                        claims -> claims.with("resource", "https://elsewhere.example/mcp")
                                .signed()),
                refused(
                        "about ours and another resource",
                        claims -> claims.with(
                                        "resource",
                                        List.of("" + TestServer.resource(), "https://elsewhere.example/mcp"))
                                .signed()),
                refused(
                        "with a resource that is a number",
                        claims -> claims.with("resource", 7).signed()),
                refused(
                        "about somebody unknown",
                        claims ->
                                claims.with("email", "nobody@company.siac.test").signed()),
                refused(
                        "about an address of which nobody says that it was verified",
                        claims -> claims.with("email_verified", null).signed()),
                refused(
                        "about an address nobody verified",
                        claims -> claims.with("email_verified", false).signed()),
                refused("about no address", claims -> claims.with("email", null).signed()),
                refused(
                        "of no company",
                        claims -> claims.with("aud_tenant", null).signed()),
                refused(
                        "of a company there is not",
                        claims -> claims.with("aud_tenant", UUID.randomUUID() + "")
                                .signed()),
                refused(
                        "of a company that is no id",
                        claims -> claims.with("aud_tenant", "a\0b").signed()),
                refused(
                        "of a company that is a number",
                        claims -> claims.with("aud_tenant", 7).signed()),
                refused(
                        "of a tenant of its issuer",
                        claims -> claims.with("tenant", "another customer").signed()),
                refused(
                        "of a tenant that is a number",
                        claims -> claims.with("tenant", 7).signed()),
                refused("that is rubbish", claims -> "rubbish"));
    }

    @Test
    void an_assertion_is_good_once_whoever_asks_at_the_same_time() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var client = app();
        var assertion = provider.asserts(company.hire("AUTHOR"), client).signed();
        var answers = Race.of(() -> redeem(client, assertion));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("invalid_grant"));
        assertThat(Database.unchangedBy(() -> redeem(client, assertion)).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void public_clients_and_those_that_did_not_register_for_it_are_refused() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var open = OAuthClient.registered(metadata ->
                metadata.putArray("grant_types").add("authorization_code").add(IdentityProvider.GRANT));
        assertThat(refusal(open, provider.asserts(person, open).signed())).isEqualTo("unauthorized_client");
        var confidential = OAuthClient.confidential();
        assertThat(refusal(confidential, provider.asserts(person, confidential).signed()))
                .isEqualTo("unauthorized_client");
        var client = app();
        var guess = OAuthClient.known(client.id(), "guess");
        var assertion = provider.asserts(person, client).signed();
        assertThat(Database.unchangedBy(() -> redeem(guess, assertion)).error()).isEqualTo("invalid_client");
        assertThat(Database.unchangedBy(() -> client.token(Http.pairs(Map.of(
                                "grant_type",
                                IdentityProvider.GRANT,
                                "client_id",
                                client.id(),
                                "client_secret",
                                client.secret()))))
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    void its_grants_end_with_their_tokens_and_no_browser_is_spared_a_question_by_them() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var admin = company.administrator().administration();
        var client = admin.makeApp("SECRET", OAuthClient.WEB_REDIRECT_URI);
        Tokens.of(redeemByBasic(client, provider.asserts(person, client).signed()));
        var page = client.authorizationRequest()
                .with("scope", "siac.templates.read")
                .openedBy(person.browser());
        assertThat(page.page().select("button[value=allow]")).hasSize(1);
        Time.passes(Duration.ofMinutes(11));
        assertThat(company.administrator().administration().text("apps")).doesNotContain("Intranet");
    }

    private static Date seconds(int fromNow) {
        return Date.from(Time.now().plusSeconds(fromNow));
    }

    private static DynamicTest refused(String name, Function<Claims, String> change) {
        return dynamicTest(name, () -> {
            var company = Shared.COMPANY;
            var client = app();
            var person = company.administrator();
            var assertion = change.apply(Shared.PROVIDER.asserts(person, client).with("sub", UUID.randomUUID() + ""));
            assertThat(refusal(client, assertion)).isEqualTo("invalid_grant");
        });
    }

    /** Nothing changes it. */
    private static final class Shared {
        static final Company COMPANY = Company.added();
        static final IdentityProvider PROVIDER = IdentityProvider.of(COMPANY);
    }
}
