package com.siacapp.console;

import static com.siacapp.testkit.Administration.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators read of the past, and the operator and the companies of the installation. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuditAndTenantsIT {

    @Test
    void every_act_of_an_administrator_is_in_the_companys_log_and_in_no_others() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var admin = company.administrator().administration();
        admin.fill("people/" + person.id(), "people/" + person.id(), Map.of("role", "VIEWER"));
        admin.confirm("people/" + person.id() + "/sign-out");
        admin.confirm("people/" + person.id() + "/disable");
        admin.confirm("people/" + person.id() + "/enable");
        admin.open("audit/export.csv");
        assertThat(admin.rows("audit"))
                .contains("Invited somebody")
                .contains("Joined the company")
                .contains("Changed somebody’s role")
                .contains("AUTHOR -> VIEWER")
                .contains("Signed somebody out everywhere")
                .contains("Closed somebody’s account")
                .contains("Opened somebody’s account again")
                .contains("Downloaded the audit log")
                .contains(person.name());
        assertThat(Company.added().administrator().administration().rows("audit"))
                .doesNotContain("Closed somebody’s account");
    }

    @Test
    void the_log_is_narrowed_by_what_happened_and_to_whom() {
        var company = Company.added();
        var person = company.hire("AUTHOR", "Julia Una");
        var other = company.hire("AUTHOR", "Carla Otra");
        var admin = company.administrator().administration();
        admin.confirm("people/" + person.id() + "/sign-out");
        admin.confirm("people/" + other.id() + "/sign-out");
        var rows = admin.open("audit?type=USER_SIGNED_OUT_BY_ADMINISTRATOR&person=" + person.id())
                .page()
                .select("tbody tr");
        assertThat(rows).hasSize(1);
        assertThat(rows.text()).contains("Julia Una");
        assertThat(admin.open("audit?from=2999-01-01").page().select("tbody tr"))
                .isEmpty();
        assertThat(admin.open("audit?from=+999999999-01-01&until=x&person=x&before=x&type=x&client=%00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_log_is_read_page_by_page_without_a_gap_or_a_repetition() {
        var company = Company.added();
        Database.execute("insert into audit_event (occurred_at, type, tenant_id, detail)"
                + " select now(), 'SIGNED_OUT', '" + company.id() + "', 'line ' || n from generate_series(1, 120) n");
        var admin = company.administrator().administration();
        var seen = new ArrayList<String>();
        var path = "audit?type=SIGNED_OUT";
        while (!path.isEmpty()) {
            var page = admin.open(path).page();
            seen.addAll(page.select("tbody th .hint").eachText());
            path = page.select("main a[href*=before=]").attr("href").replace("/admin/", "");
        }
        assertThat(seen)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .startsWith("line 120")
                .endsWith("line 1");
    }

    @Test
    void the_log_as_a_table_runs_nothing_in_a_spreadsheet_and_has_every_line() {
        var company = Company.added();
        company.administrator()
                .tokens(OAuthClient.registered(
                        metadata -> metadata.put("client_name", "=HYPERLINK(\"http://x\",\"a\")")));
        Database.execute("insert into audit_event (occurred_at, type, tenant_id, client_id)"
                + " select now(), 'CONSENT_GIVEN', '" + company.id()
                + "', client_id from oauth_grant where tenant_id = '"
                + company.id() + "'");
        Database.execute("insert into audit_event (occurred_at, type, tenant_id, detail)"
                + " select now(), 'SIGNED_OUT', '" + company.id() + "', 'line ' || n from generate_series(1, 1200) n");
        var csv = company.administrator().administration().open("audit/export.csv");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment");
        assertThat(csv.body()).startsWith("\uFEFF\"id\",").contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"");
        assertThat(csv.body().lines().filter(line -> line.contains("\"line "))).hasSize(1200);
        assertThat(csv.body().lines().skip(1))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"[=+@-]"));
    }

    @Test
    void an_operator_adds_a_company_whose_first_administrator_joins_by_a_link() {
        var company = Company.added();
        var admin = company.administrator().administration();
        assertThat(admin.open("people").status()).isEqualTo(200);
        assertThat(admin.open("people").page().select("nav.sections a").eachAttr("href"))
                .containsExactly(
                        "/account",
                        "/admin/people",
                        "/admin/apps",
                        "/admin/clients",
                        "/admin/identity",
                        "/admin/audit");
    }

    @Test
    void an_operator_invites_a_companys_administrator_again_and_the_lost_link_is_over() {
        var operator = Company.founded().administrator().administration();
        var email = UUID.randomUUID() + "@company.siac.test";
        var name = "Company " + UUID.randomUUID();
        var lost = Administration.link(operator.fill("tenants", "tenants", Map.of("company", name, "email", email)));
        var company = Database.value("select id from tenant where name = '" + name + "'");
        var invite = "tenants/" + company + "/invite";
        var again = Administration.link(operator.fill(invite, invite, Map.of("email", email)));
        assertThat(lost.isOpen()).isFalse();
        again.use(Map.of("name", "Adela Segunda"));
        assertThat(Database.value("select role || ' ' || tenant_id from app_user where email = '" + email + "'"))
                .isEqualTo("ADMINISTRATOR " + company);
        var taken = Database.unchangedBy(() -> operator.fill(invite, invite, Map.of("email", email)));
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.page().select("[role=alert]").text()).isNotBlank();
        operator.confirm("tenants/" + company + "/disable");
        assertThat(operator.open(invite).status()).isEqualTo(404);
    }

    @Test
    void an_e_mail_that_has_an_account_is_told_and_no_company_is_made() {
        var operator = Company.founded().administrator();
        var answer = Database.unchangedBy(() -> operator.administration()
                .fill("tenants", "tenants", Map.of("company", "X", "email", operator.email())));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_closed_company_is_dead_at_once_and_its_sessions_and_tokens_stay_dead_when_it_is_opened_again() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var client = OAuthClient.registered();
        var tokens = person.tokens(client);
        var session = person.browser();
        var waiting = Administration.link(company.administrator()
                .administration()
                .fill("people", "people", Map.of("email", UUID.randomUUID() + "@x.siac.test", "role", "VIEWER")));
        var code = client.authorizationRequest().allowedBy(session);
        var operator = Company.founded().administrator().administration();
        assertThat(notice(operator.confirm("tenants/" + company.id() + "/disable")))
                .isEqualTo("TENANT_DISABLED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(client.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(session.open("/account").status()).isEqualTo(303);
        assertThat(person.canSignIn()).isFalse();
        assertThat(waiting.isOpen()).isFalse();
        assertThat(notice(operator.confirm("tenants/" + company.id() + "/enable")))
                .isEqualTo("TENANT_ENABLED");
        assertThat(person.canSignIn()).isTrue();
        assertThat(tokens.areGood()).isFalse();
        assertThat(session.open("/account").status()).isEqualTo(303);
    }

    @Test
    void an_operator_does_not_close_their_own_company() {
        var company = Company.founded();
        var operator = company.administrator().administration();
        var path = "tenants/" + company.id() + "/disable";
        var answer = Database.unchangedBy(() -> operator.confirm(path));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void what_an_operator_does_to_the_installation_is_in_its_own_log() {
        var operator = Company.founded().administrator().administration();
        var name = "Company " + UUID.randomUUID();
        operator.fill("tenants", "tenants", Map.of("company", name, "email", UUID.randomUUID() + "@x.siac.test"));
        assertThat(operator.rows("audit?log=installation&type=TENANT_CREATED")).contains(name);
        assertThat(operator.rows("audit")).doesNotContain(name);
    }
}
