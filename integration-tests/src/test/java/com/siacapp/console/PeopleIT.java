package com.siacapp.console;

import static com.siacapp.testkit.Administration.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator and the people of their company. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PeopleIT {

    @Test
    void an_invited_person_joins_with_the_role_they_were_invited_for_and_their_link_works_once() {
        var company = Company.added();
        var admin = company.administrator().administration();
        var email = UUID.randomUUID() + "@company.siac.test";
        var link = Administration.link(admin.fill("people", "people", Map.of("email", email, "role", "APPROVER")));
        assertThat(admin.text("people")).contains(email);
        assertThat(admin.open("people").body()).doesNotContain(link.secret());
        link.use(Map.of("name", "Julia"));
        assertThat(new Staff("Julia", email).canSignIn()).isTrue();
        assertThat(role(email)).isEqualTo("APPROVER");
        assertThat(link.isOpen()).isFalse();
    }

    @Test
    void a_withdrawn_invitation_is_over() {
        var admin = Company.added().administrator().administration();
        var shown = admin.fill("people", "people", Map.of("email", "someone@company.siac.test", "role", "VIEWER"));
        var withdraw = admin.open("people").page().select("a[href$=/withdraw]").attr("href");
        assertThat(notice(admin.confirm(withdraw.replace("/admin/", "")))).isEqualTo("INVITATION_WITHDRAWN");
        assertThat(Administration.link(shown).isOpen()).isFalse();
    }

    @Test
    void an_invitation_that_is_used_while_it_is_withdrawn_is_used() {
        var admin = Company.added().administrator().administration();
        var email = UUID.randomUUID() + "@company.siac.test";
        admin.fill("people", "people", Map.of("email", email, "role", "VIEWER"));
        var withdraw = admin.open("people").page().select("a[href$=/withdraw]").attr("href");
        var invitation = "one_time_link where email = '" + email + "'";
        var answer = Database.overtaken(
                "select 1 from " + invitation,
                () -> admin.confirm(withdraw.replace("/admin/", "")),
                "update one_time_link set used_at = now() where email = '" + email + "'");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Database.value("select withdrawn_at from " + invitation)).isEqualTo("null");
        assertThat(Database.value("select count(*) from audit_event where type = 'INVITATION_WITHDRAWN'"
                        + " and subject_id = (select id::text from " + invitation + ")"))
                .isEqualTo("0");
    }

    @Test
    void an_invitation_to_no_address_tells_the_field_and_stores_nothing() {
        var admin = Company.added().administrator().administration();
        var answer = Database.unchangedBy(
                () -> admin.fill("people", "people", Map.of("email", "<b>nobody", "role", "VIEWER")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("#email").attr("value")).isEqualTo("<b>nobody");
        assertThat(answer.page().select("#email").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void a_role_changes_at_once_for_the_tokens_a_person_has_too() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var mcp = Mcp.with(person.tokens(OAuthClient.registered(), "siac.templates.read", "siac.templates.write")
                .access());
        assertThat(tools(mcp)).contains("siac_save_template_draft");
        var answer = change(company, person, "VIEWER");
        assertThat(notice(answer)).isEqualTo("ROLE_CHANGED");
        assertThat(tools(mcp)).isNotEmpty().doesNotContain("siac_save_template_draft");
    }

    @Test
    void a_company_never_loses_its_last_administrator() {
        var company = Company.added();
        var self = company.administrator();
        assertThat(notice(change(company, self, "VIEWER"))).isEqualTo("LAST_ADMINISTRATOR");
        assertThat(role(self.email())).isEqualTo("ADMINISTRATOR");
        company.hire("ADMINISTRATOR");
        assertThat(notice(change(company, self, "VIEWER"))).isEqualTo("ROLE_CHANGED");
        assertThat(self.administration().open("people").status()).isEqualTo(404);
    }

    @Test
    void nobody_closes_their_own_account() {
        var company = Company.added();
        company.hire("ADMINISTRATOR");
        var self = company.administrator();
        assertThat(notice(self.administration().confirm("people/" + self.id() + "/disable")))
                .isEqualTo("NOT_YOURSELF");
        assertThat(self.canSignIn()).isTrue();
    }

    @Test
    void two_administrators_who_demote_each_other_at_once_leave_one() throws Exception {
        for (var round = 0; round < 5; round++) {
            var company = Company.added();
            var one = company.administrator();
            var other = company.hire("ADMINISTRATOR");
            atOnce(demotion(one, other), demotion(other, one));
            assertThat(administrators(company)).isEqualTo("1");
        }
    }

    @Test
    void two_administrators_who_close_each_others_accounts_at_once_leave_one() throws Exception {
        for (var round = 0; round < 5; round++) {
            var company = Company.added();
            var one = company.administrator();
            var other = company.hire("ADMINISTRATOR");
            atOnce(closing(one, other), closing(other, one));
            assertThat(administrators(company)).isEqualTo("1");
        }
    }

    @Test
    void a_closed_account_is_dead_at_once_and_its_sessions_and_tokens_stay_dead_when_it_is_opened_again() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var client = OAuthClient.registered();
        var tokens = person.tokens(client);
        var session = person.browser();
        assertThat(tokens.areGood()).isTrue();
        var admin = company.administrator().administration();
        assertThat(notice(admin.confirm("people/" + person.id() + "/disable"))).isEqualTo("PERSON_DISABLED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(session.open("/account").status()).isEqualTo(303);
        assertThat(person.canSignIn()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(notice(admin.confirm("people/" + person.id() + "/enable"))).isEqualTo("PERSON_ENABLED");
        assertThat(person.canSignIn()).isTrue();
        assertThat(session.open("/account").status()).isEqualTo(303);
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_person_signed_out_by_force_keeps_their_apps_unless_those_are_disconnected_too() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var tokens = person.tokens(OAuthClient.registered());
        var session = person.browser();
        var admin = company.administrator().administration();
        assertThat(notice(admin.confirm("people/" + person.id() + "/sign-out"))).isEqualTo("PERSON_SIGNED_OUT");
        assertThat(session.open("/account").status()).isEqualTo(303);
        assertThat(tokens.areGood()).isTrue();
        assertThat(notice(admin.confirm("people/" + person.id() + "/disconnect")))
                .isEqualTo("PERSON_DISCONNECTED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(person.canSignIn()).isTrue();
    }

    @Test
    void a_password_link_lets_the_person_choose_a_new_one_and_the_administrator_learns_none() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var shown = company.administrator().administration().confirm("people/" + person.id() + "/password-link");
        var link = Administration.link(shown);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        link.use(Map.of("password", "otra mermelada distinta", "again", "otra mermelada distinta"));
        assertThat(person.canSignIn()).isFalse();
        assertThat(new Browser()
                        .signIn(person.email(), "otra mermelada distinta")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoever_runs_the_installation_is_not_in_the_hands_of_a_companys_administrator() {
        var company = Company.founded();
        var colleague = company.hire("ADMINISTRATOR");
        var operator = company.administrator();
        var admin = colleague.administration();
        var csrf = admin.csrf("people");
        for (var act : List.of("disable", "sign-out", "disconnect", "password-link", "")) {
            var path = "people/" + operator.id() + (act.isEmpty() ? "" : "/" + act);
            var answer = Database.unchangedBy(() -> admin.post(path, csrf, List.of(Map.entry("role", "VIEWER"))));
            assertThat(answer.status()).as(path).isEqualTo(404);
        }
    }

    private static Answer change(Company company, Staff person, String role) {
        var path = "people/" + person.id();
        return company.administrator().administration().fill(path, path, Map.of("role", role));
    }

    private static Callable<Integer> demotion(Staff by, Staff of) {
        var admin = by.administration();
        var path = "people/" + of.id();
        var csrf = admin.csrf(path);
        return () ->
                admin.post(path, csrf, List.of(Map.entry("role", "VIEWER"))).status();
    }

    private static Callable<Integer> closing(Staff by, Staff of) {
        var admin = by.administration();
        var path = "people/" + of.id() + "/disable";
        var csrf = admin.csrf(path);
        return () -> admin.post(path, csrf, List.of()).status();
    }

    private static void atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var runs = new ArrayList<Callable<Integer>>();
            for (var act : List.of(one, other)) {
                runs.add(() -> {
                    start.await();
                    return act.call();
                });
            }
            for (var answer : threads.invokeAll(runs)) {
                assertThat(answer.get()).isIn(303, 404);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String administrators(Company company) {
        return Database.value("select count(*) from app_user where tenant_id = '" + company.id()
                + "' and role = 'ADMINISTRATOR' and disabled_at is null");
    }

    private static String role(String email) {
        return Database.value("select role from app_user where email = '" + email + "'");
    }

    private static List<String> tools(Mcp mcp) {
        return mcp.request("tools/list", Map.of()).json().at("/result/tools").findValuesAsText("name");
    }
}
