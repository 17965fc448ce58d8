package com.siacapp.identityproviders;

import static com.siacapp.testkit.IdentityProvider.app;
import static com.siacapp.testkit.IdentityProvider.redeem;
import static com.siacapp.testkit.IdentityProvider.redeemByBasic;
import static com.siacapp.testkit.IdentityProvider.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Tokens;
import com.siacapp.testkit.VendorHost;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom a company may trust to say who its people are, and for whom that one may speak. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class IdentityProviderIT {

    @Test
    void a_provider_reaches_nobody_of_another_company() {
        var theirs = Company.added();
        var stranger = theirs.hire("AUTHOR");
        var ours = Company.added();
        var provider = IdentityProvider.of(ours);
        var client = app();
        assertThat(refusal(client, provider.asserts(stranger, client).signed())).isEqualTo("invalid_grant");
        assertThat(refusal(
                        client,
                        provider.asserts(stranger, client)
                                .with("aud_tenant", ours.id())
                                .signed()))
                .isEqualTo("invalid_grant");
        assertThat(refusal(
                        client, provider.asserts(theirs.administrator(), client).signed()))
                .isEqualTo("invalid_grant");
        IdentityProvider.of(theirs);
        assertThat(refusal(client, provider.asserts(stranger, client).signed())).isEqualTo("invalid_grant");
    }

    @Test
    void a_companys_own_app_acts_for_no_other_companys_people() {
        var theirs = Company.added();
        var intranet = theirs.administrator().administration().makeApp("SECRET", OAuthClient.REDIRECT_URI);
        var ours = Company.added();
        var provider = IdentityProvider.of(ours);
        var person = ours.hire("AUTHOR");
        var assertion = provider.asserts(person, intranet).signed();
        var refused = Database.unchangedBy(() -> redeemByBasic(intranet, assertion));
        assertThat(refused.error()).isEqualTo("invalid_grant");
        var own = IdentityProvider.of(theirs);
        var good = own.asserts(theirs.hire("AUTHOR"), intranet).signed();
        assertThat(Tokens.of(redeemByBasic(intranet, good)).areGood()).isTrue();
    }

    @Test
    void an_address_that_the_provider_gives_to_somebody_else_does_not_reach_who_had_it() throws Exception {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var first = company.hire("ADMINISTRATOR");
        var client = app();
        Tokens.of(redeem(client, provider.asserts(first, client).signed()));
        assertThat(refusal(
                        client,
                        provider.asserts(first, client)
                                .with("sub", "the next employee of that name")
                                .signed()))
                .isEqualTo("invalid_grant");
        var renamed = provider.asserts(first, client).with("email", "new.name@company.siac.test");
        assertThat(Tokens.of(redeem(client, renamed.signed())).claims().getSubject())
                .as("a subject stays the same person")
                .isEqualTo(first.id());
    }

    @Test
    void who_is_shut_out_stays_out() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var client = app();
        var tokens = Tokens.of(redeem(client, provider.asserts(person, client).signed()));
        company.administrator().administration().confirm("people/" + person.id() + "/disable");
        assertThat(tokens.areGood()).isFalse();
        assertThat(refusal(client, provider.asserts(person, client).signed())).isEqualTo("invalid_grant");
        Database.change("update client set disabled_at = now() where id = '" + client.id() + "'");
        var other = provider.asserts(company.hire("AUTHOR"), client).signed();
        assertThat(Database.unchangedBy(() -> redeem(client, other)).error()).isEqualTo("invalid_client");
    }

    /** Administrators of a company have no say over who runs the installation. */
    @Test
    void who_runs_the_installation_is_nobodys_to_give() {
        var company = Company.founded();
        var client = app();
        assertThat(refusal(
                        client,
                        IdentityProvider.of(company)
                                .asserts(company.administrator(), client)
                                .signed()))
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_provider_that_is_removed_or_replaced_is_worth_nothing_at_once() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var client = app();
        var tokens = Tokens.of(redeem(client, provider.asserts(person, client).signed()));
        var next = IdentityProvider.of(company);
        assertThat(tokens.areGood()).isFalse();
        assertThat(refusal(client, provider.asserts(person, client).signed())).isEqualTo("invalid_grant");
        var second = Tokens.of(redeem(client, next.asserts(person, client).signed()));
        var admin = company.administrator().administration();
        assertThat(Administration.notice(admin.confirm("identity/remove"))).isEqualTo("IDENTITY_PROVIDER_REMOVED");
        assertThat(second.areGood()).isFalse();
        assertThat(refusal(client, next.asserts(person, client).signed())).isEqualTo("invalid_grant");
        assertThat(Database.value("select string_agg(type, ',' order by id) from audit_event where tenant_id = '"
                        + company.id() + "' and type like 'IDENTITY_PROVIDER%'"))
                .isEqualTo("IDENTITY_PROVIDER_SET,IDENTITY_PROVIDER_SET,IDENTITY_PROVIDER_REMOVED");
    }

    @Test
    void a_provider_that_is_removed_while_its_assertion_is_redeemed_is_worth_nothing_either() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var client = app();
        Tokens.of(redeem(client, provider.asserts(person, client).signed()));
        var ours = "identity_provider where tenant_id = '" + company.id() + "'";
        var assertion = provider.asserts(person, client).signed();
        var answer =
                Database.overtaken("select 1 from " + ours, () -> redeem(client, assertion), "delete from " + ours);
        assertThat(answer.error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_token_that_was_on_its_way_when_the_provider_was_removed_is_worth_nothing_either() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var person = company.hire("AUTHOR");
        var client = app();
        Tokens.of(redeem(client, provider.asserts(person, client).signed()));
        var admin = company.administrator().administration();
        var removed = Database.overtaken(
                "select 1 from identity_provider where tenant_id = '" + company.id() + "'",
                () -> admin.confirm("identity/remove"),
                Database.oneMoreGrantLike("user_id = '" + person.id() + "'"));
        assertThat(Administration.notice(removed)).isEqualTo("IDENTITY_PROVIDER_REMOVED");
        assertThat(Database.value("select count(*) || ' ' || count(revoked_at) from oauth_grant where user_id = '"
                        + person.id() + "'"))
                .isEqualTo("2 2");
    }

    @Test
    void the_providers_keys_may_be_at_an_address_and_change_there() {
        var company = Company.added();
        var old = IdentityProvider.generated();
        var keys = "https://keys.vendor.test/" + UUID.randomUUID();
        VendorHost.publishes(keys, old.jwks());
        IdentityProvider.typedBy(company, Map.of("issuer", old.issuer(), "jwks_uri", keys));
        var person = company.hire("AUTHOR");
        var client = app();
        assertThat(Tokens.of(redeem(client, old.asserts(person, client).signed()))
                        .areGood())
                .isTrue();
        VendorHost.answers(keys, 500, "{}");
        assertThat(redeem(client, old.asserts(person, client).signed()).status())
                .as("known keys stay good while their host is silent")
                .isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> providers_nobody_may_trust() {
        var company = Company.added();
        var good = IdentityProvider.generated();
        var secret = good.key().toJSONString();
        return Stream.of(
                        Map.of("issuer", "http://login.vendor.test", "jwks", good.jwks()),
                        Map.of("issuer", "https://127.0.0.1", "jwks", good.jwks()),
                        Map.of("issuer", "https://localhost", "jwks", good.jwks()),
                        Map.of("issuer", "https://login.vendor.test/?a=b", "jwks", good.jwks()),
                        Map.of("issuer", "" + TestServer.address(), "jwks", good.jwks()),
                        Map.of("issuer", "", "jwks", good.jwks()),
                        Map.of("issuer", good.issuer()),
                        Map.of("issuer", good.issuer(), "jwks", "{\"keys\":[]}"),
                        Map.of("issuer", good.issuer(), "jwks", "{\"keys\":[" + secret + "]}"),
                        Map.of("issuer", good.issuer(), "jwks", "rubbish"),
                        Map.of("issuer", good.issuer(), "jwks", good.jwks(), "jwks_uri", "https://keys.vendor.test/k"),
                        Map.of("issuer", good.issuer(), "jwks_uri", "http://keys.vendor.test/k"),
                        Map.of("issuer", good.issuer(), "jwks_uri", "https://169.254.169.254/latest"))
                .map(fields -> dynamicTest("" + fields, () -> {
                    var answer = Database.unchangedBy(() -> IdentityProvider.typedBy(company, fields));
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.page().select("[role=alert]")).isNotEmpty();
                }));
    }

    @Test
    void an_administrator_sees_whom_the_company_trusts() {
        var company = Company.added();
        var admin = company.administrator().administration();
        assertThat(admin.text("identity")).doesNotContain("Trusted now");
        var provider = IdentityProvider.of(company);
        assertThat(admin.text("identity")).contains("Trusted now: " + provider.issuer());
        assertThat(admin.text("identity/remove")).contains("https://login.vendor.test/");
    }

    @Test
    void only_an_administrator_says_whom_the_company_trusts() {
        var company = Company.added();
        var author = company.hire("AUTHOR").administration();
        assertThat(author.open("identity").status()).isEqualTo(404);
        var admin = company.administrator().administration();
        var csrf = admin.csrf("identity");
        var provider = IdentityProvider.generated();
        var form = Http.pairs(Map.of("issuer", provider.issuer(), "jwks", provider.jwks()));
        assertThat(Database.unchangedBy(() -> author.post("identity", csrf, form))
                        .status())
                .isNotEqualTo(303);
        assertThat(Database.unchangedBy(() -> admin.post("identity", "x", form)).status())
                .isEqualTo(400);
    }
}
