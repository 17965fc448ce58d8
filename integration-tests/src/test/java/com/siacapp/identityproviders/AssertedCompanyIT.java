package com.siacapp.identityproviders;

import static com.siacapp.testkit.IdentityProvider.redeem;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.IdentityProvider.Claims;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Tokens;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Which company's people an assertion is about (draft-ietf-oauth-identity-assertion-authz-grant §3.1, §6): whoever types an
 * issuer first owns nothing by it.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AssertedCompanyIT {

    private final OAuthClient client = IdentityProvider.app();
    private final Company ours = Company.added();
    private final Company theirs = Company.added();

    @Test
    void companies_may_share_a_provider_and_each_assertion_says_whose_person_it_means() {
        var provider = IdentityProvider.of(ours);
        assertSaved(provider.trustedBy(theirs));
        for (var company : new Company[] {ours, theirs}) {
            assertGood(provider.asserts(company.hire("AUTHOR"), client));
        }
        assertRefused(provider.asserts(ours.hire("AUTHOR"), client).with("aud_tenant", theirs.id()));
    }

    @Test
    void who_names_anothers_issuer_first_gains_nothing_and_is_in_nobodys_way() {
        var provider = IdentityProvider.generated();
        var imposter = new IdentityProvider(
                provider.issuer(), IdentityProvider.generated().key());
        assertSaved(imposter.trustedBy(theirs));
        assertSaved(provider.trustedBy(ours));
        var person = ours.hire("AUTHOR");
        assertGood(provider.asserts(person, client));
        assertRefused(imposter.asserts(person, client));
        assertRefused(imposter.asserts(person, client).with("aud_tenant", theirs.id()));
        assertRefused(provider.asserts(theirs.hire("AUTHOR"), client));
    }

    @Test
    void an_id_that_one_company_spent_is_not_spent_for_another() {
        var provider = IdentityProvider.generated();
        var imposter = new IdentityProvider(
                provider.issuer(), IdentityProvider.generated().key());
        assertSaved(provider.trustedBy(ours));
        assertSaved(imposter.trustedBy(theirs));
        var id = UUID.randomUUID().toString();
        assertGood(imposter.asserts(theirs.hire("AUTHOR"), client).with("jti", id));
        var assertion = provider.asserts(ours.hire("AUTHOR"), client).with("jti", id);
        assertGood(assertion);
        assertRefused(assertion);
        assertSaved(provider.trustedBy(ours));
        assertRefused(assertion);
    }

    @Test
    void without_a_company_only_the_companys_own_app_says_which_it_is() {
        var provider = IdentityProvider.of(ours);
        assertSaved(provider.trustedBy(theirs));
        var person = ours.hire("AUTHOR");
        assertRefused(provider.asserts(person, client).with("aud_tenant", null));
        var app = ours.administrator().administration().makeApp("SECRET", OAuthClient.WEB_REDIRECT_URI);
        var unnamed = provider.asserts(person, app).with("aud_tenant", null).signed();
        assertThat(Tokens.of(IdentityProvider.redeemByBasic(app, unnamed)).areGood())
                .isTrue();
        var stranger = provider.asserts(theirs.hire("AUTHOR"), app)
                .with("aud_tenant", null)
                .signed();
        assertThat(Database.unchangedBy(() -> IdentityProvider.redeemByBasic(app, stranger))
                        .error())
                .isEqualTo("invalid_grant");
    }

    /** One issuer signs for all customers of such a provider: without its tenant, each of them could speak for all. */
    @Test
    void of_a_provider_with_tenants_only_the_companys_own_tenant_counts() {
        var provider = IdentityProvider.generated();
        var fields = Map.of("issuer", provider.issuer(), "jwks", provider.jwks(), "tenant", " acme ");
        assertSaved(IdentityProvider.typedBy(ours, fields));
        var person = ours.hire("AUTHOR");
        assertRefused(provider.asserts(person, client));
        assertRefused(provider.asserts(person, client).with("tenant", "another customer"));
        assertRefused(provider.asserts(person, client).with("tenant", "ACME"));
        assertGood(provider.asserts(person, client).with("tenant", "acme"));
        assertSaved(provider.trustedBy(ours));
        assertRefused(provider.asserts(person, client).with("tenant", "acme"));
        assertGood(provider.asserts(person, client));
    }

    @Test
    void the_page_says_what_the_provider_has_to_write() {
        var admin = ours.administrator().administration();
        assertThat(admin.text("identity")).contains("aud_tenant").contains(ours.id());
        var provider = IdentityProvider.generated();
        var fields = Map.of("issuer", provider.issuer(), "jwks", provider.jwks(), "tenant", "acme");
        assertSaved(admin.fill("identity", "identity", fields));
        assertThat(admin.text("identity")).contains(provider.issuer()).contains("acme");
    }

    private static void assertSaved(Answer answer) {
        assertThat(Administration.notice(answer)).isEqualTo("IDENTITY_PROVIDER_SAVED");
    }

    private void assertGood(Claims claims) {
        assertThat(Tokens.of(redeem(client, claims.signed())).areGood()).isTrue();
    }

    private void assertRefused(Claims claims) {
        var assertion = claims.signed();
        var refused = Database.unchangedBy(() -> redeem(client, assertion));
        assertThat(refused.error()).as(refused.toString()).isEqualTo("invalid_grant");
    }
}
