package com.siacapp.console;

import static com.siacapp.testkit.Administration.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Company;
import com.siacapp.testkit.OAuthClient;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator sees what apps may do in their company's name, and ends it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConnectedAppsIT {

    @Test
    void an_administrator_ends_one_connection_and_no_other() {
        var company = Company.added();
        var client = OAuthClient.registered();
        var one = company.hire("AUTHOR", "Julia Una").tokens(client);
        var other = company.hire("AUTHOR", "Carla Otra").tokens(client);
        var admin = company.administrator().administration();
        var row = admin.open("apps")
                .page()
                .select("tr:contains(Julia Una) a[href$=/disconnect]")
                .attr("href");
        assertThat(notice(admin.confirm(row.replace("/admin/", "")))).isEqualTo("CONNECTION_ENDED");
        assertThat(one.areGood()).isFalse();
        assertThat(client.refresh(one.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(other.areGood()).isTrue();
        assertThat(admin.text("apps")).contains("Carla Otra").doesNotContain("Julia Una");
    }

    @Test
    void an_administrator_ends_every_connection_of_a_person_and_an_app_at_once() {
        var company = Company.added();
        var admin = company.administrator().administration();
        var client = admin.makeApp("PUBLIC", OAuthClient.WEB_REDIRECT_URI);
        var julia = company.hire("AUTHOR", "Julia Una");
        var browser = julia.browser();
        var first = client.tokensFor(browser, "siac.templates.read");
        var second = client.tokensFor(browser, "siac.templates.read", "siac.templates.write");
        var links = admin.open("apps").page().select("tr:contains(Julia Una) a[href$=/disconnect]");
        assertThat(links).hasSize(1);
        var ended = links.attr("href").replace("/admin/", "");
        assertThat(notice(admin.confirm(ended))).isEqualTo("CONNECTION_ENDED");
        assertThat(first.areGood() || second.areGood()).isFalse();
        assertThat(admin.text("apps")).doesNotContain("Julia Una");
        assertThat(client.authorizationRequest()
                        .with("scope", "siac.templates.read")
                        .openedBy(browser)
                        .location())
                .isEmpty();
    }

    @Test
    void an_administrator_disconnects_an_app_for_everybody_of_their_company_and_nobody_else() {
        var company = Company.added();
        var client = OAuthClient.registered();
        var ours = company.hire("AUTHOR").tokens(client);
        var theirs = Company.added().administrator().tokens(client);
        var admin = company.administrator().administration();
        var answer = admin.confirm("apps/disconnect-all?client=" + client.id());
        assertThat(notice(answer)).isEqualTo("CONNECTION_ENDED");
        assertThat(ours.areGood()).isFalse();
        assertThat(theirs.areGood()).isTrue();
    }

    @Test
    void a_name_that_an_app_chose_is_text_on_every_page() {
        var name = "<script>alert(1)</script>\"'><b>{{ page }}";
        var company = Company.added();
        company.administrator().tokens(OAuthClient.registered(metadata -> metadata.put("client_name", name)));
        var admin = company.administrator().administration();
        for (var page : new String[] {"apps", "clients", "audit"}) {
            var answer = admin.open(page);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page().select("script, table b")).isEmpty();
        }
        assertThat(admin.text("apps")).contains("<script>alert(1)</script>\"'><b>{{ page }}");
    }
}
