package com.siacapp.account;

import static com.siacapp.testkit.Link.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to found a company, to join one and to set a new password. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OneTimeLinkIT {

    @Test
    void whoever_holds_the_setup_link_founds_a_company_and_is_its_administrator_and_the_operator() {
        var email = someEmail();
        var answer = Link.setup().use(Map.of("company", "Panadería Sol", "name", "Luz Sol", "email", email));
        assertThat(answer.redirectsTo("/link/done")).as(answer.toString()).isTrue();
        assertThat(Database.value("select role || ' ' || operator || ' ' || t.name from app_user u"
                        + " join tenant t on t.id = u.tenant_id where email = '" + email + "'"))
                .isEqualTo("ADMINISTRATOR true Panadería Sol");
        assertThat(new Browser().signIn(email, GOOD_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void an_invited_person_joins_with_the_role_and_e_mail_of_the_invitation_whatever_the_form_says() {
        var email = someEmail();
        var link = Link.invitation(email);
        assertThat(link.open().page().select("main").text())
                .contains("Demo Café")
                .contains("Ana Administradora");
        var answer = link.use(
                Map.of("name", "Iris", "email", "other@evil.example", "role", "ADMINISTRATOR", "company", "X"));
        assertThat(answer.redirectsTo("/link/done")).as(answer.toString()).isTrue();
        assertThat(Database.value(
                        "select role || ' ' || operator || ' ' || name from app_user where email = '" + email + "'"))
                .isEqualTo("AUTHOR false Iris");
        assertThat(Database.value("select count(*) from app_user where email = 'other@evil.example'"))
                .isEqualTo("0");
        assertThat(new Browser().signIn(email, GOOD_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void a_reset_link_sets_a_new_password_and_ends_every_session_of_its_person() {
        var person = Staff.ofTheDemoCompany();
        var old = person.browser();
        assertThat(old.isSignedIn()).isTrue();
        var answer = Link.passwordReset(person.email())
                .use(Map.of("password", "tres tigres azules cantan", "again", "tres tigres azules cantan"));
        assertThat(answer.redirectsTo("/link/done")).as(answer.toString()).isTrue();
        assertThat(old.open(Account.PATH).redirectsTo("/signin")).isTrue();
        assertThat(new Browser().signIn(person.email(), GOOD_PASSWORD).status()).isEqualTo(401);
        assertThat(new Browser()
                        .signIn(person.email(), "tres tigres azules cantan")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_reset_ends_what_apps_may_do_and_what_is_remembered() {
        var person = Staff.ofTheDemoCompany();
        var client = OAuthClient.ofTheDemoCompany();
        var tokens = person.tokens(client, "siac.templates.read");
        Link.passwordReset(person.email()).use(Map.of());
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        var request = client.authorizationRequest().with("scope", "siac.templates.read");
        assertThat(request.openedBy(person.browser()).location()).isEmpty();
    }

    @Test
    void opening_a_link_does_not_use_it_and_using_it_does() {
        var link = Link.invitation(someEmail());
        assertThat(link.open().status()).isEqualTo(200);
        assertThat(link.isOpen()).isTrue();
        link.use(Map.of("name", "Iris"));
        assertThat(link.open().status()).isEqualTo(404);
    }

    @Test
    void of_many_who_use_a_link_at_once_one_succeeds() throws Exception {
        var link = Link.setup();
        var answers = Race.of(() ->
                link.use(Map.of("company", "Racers", "name", "Racer", "email", UUID.randomUUID() + "@race.example")));
        assertThat(answers)
                .filteredOn(answer -> answer.redirectsTo("/link/done"))
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(answers.size() - 1);
        assertThat(Database.value("select count(*) from app_user where email like '%@race.example'"))
                .isEqualTo("1");
        assertThat(Database.value("select count(*) from tenant where name = 'Racers'"))
                .isEqualTo("1");
    }

    /** Whoever changes a password withdraws the links that would set another. */
    @Test
    void a_reset_that_another_new_password_overtakes_is_over() {
        var person = Staff.ofTheDemoCompany();
        var link = Link.passwordReset(person.email());
        var answer = Database.overtaken(
                "select 1 from app_user where id = '" + person.id() + "'",
                () -> link.use(Map.of("password", "tres tigres azules cantan", "again", "tres tigres azules cantan")),
                "update one_time_link set withdrawn_at = now() where user_id = '" + person.id() + "'");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(person.canSignIn()).isTrue();
    }

    @Test
    void links_that_are_over_look_like_links_that_never_were() {
        var never = new Link("/link?key=nobody-made-this").open();
        var used = Link.invitation(someEmail());
        used.use(Map.of("name", "Iris"));
        var old = Link.setup().expired();
        assertThat(new Link("/link").open().status()).isEqualTo(404);
        for (var over : new Link[] {used, old}) {
            assertThat(over.open().status()).isEqualTo(404);
            assertThat(over.open().page().select("main").text())
                    .isEqualTo(never.page().select("main").text());
        }
    }

    @Test
    void a_form_that_waited_too_long_is_refused_by_the_links_end() {
        var link = Link.invitation(someEmail());
        var browser = new Browser();
        var page = browser.open(link.path());
        link.expired();
        assertThat(Link.use(browser, page, Map.of("name", "Iris")).status()).isEqualTo(404);
    }

    @Test
    void a_link_dies_with_the_account_of_its_maker_and_with_the_one_it_is_for() {
        var person = Staff.ofTheDemoCompany();
        var reset = Link.passwordReset(person.email());
        Database.execute("update app_user set disabled_at = now() where id = '" + person.id() + "'");
        assertThat(reset.isOpen()).isFalse();
        var invited = someEmail();
        var invitation = Link.invitation(invited);
        Database.execute("update one_time_link set created_by = '" + person.id() + "' where email = '" + invited + "'");
        assertThat(invitation.isOpen()).isFalse();
    }

    @Test
    void whoever_has_an_account_elsewhere_learns_at_an_invitation_only_that_it_is_over() {
        Browser.signedInAs(Person.STRANGER);
        var link = Link.invitation(Person.STRANGER.email());
        var answer = Database.unchangedBy(() -> link.use(Map.of("name", "Iris")));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().select("main").text())
                .isEqualTo(new Link("/link?key=x").open().page().select("main").text());
    }

    @ParameterizedTest
    @CsvSource({
        "password, short, too short",
        "password, passwordpassword, too easy to guess",
        "password, PanaderíaSol2026, too easy to guess",
        "again, something else, not the same",
        "name, ' ', your name",
        "company, '', company’s name",
        "email, no-address, complete e-mail address",
        "email, admin@demo.siac.test, already uses",
    })
    void what_is_wrong_is_said_and_the_link_can_still_be_used(String field, String value, String problem) {
        var link = Link.setup();
        var good = new HashMap<>(Map.of(
                "company",
                "Panadería Sol",
                "name",
                "Luz",
                "email",
                someEmail(),
                "password",
                GOOD_PASSWORD,
                "again",
                GOOD_PASSWORD));
        var bad = new HashMap<>(good);
        bad.put(field, value);
        if (field.equals("password")) {
            bad.put("again", value);
        }
        var answer = Database.unchangedBy(() -> link.use(bad));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text()).contains(problem);
        assertThat(answer.page().select("input[type=password][value]")).isEmpty();
        assertThat(link.use(good).redirectsTo("/link/done")).isTrue();
    }

    @Test
    void a_form_that_is_not_of_this_link_and_this_browser_uses_nothing() {
        var link = Link.invitation(someEmail());
        var fields = Http.pairs(Map.of("name", "Iris", "password", GOOD_PASSWORD, "again", GOOD_PASSWORD));
        assertThat(new Browser().post(link.path(), fields).status()).isEqualTo(400);
        var browser = new Browser();
        var formOfAnother = browser.open(Link.setup().path());
        var csrf = formOfAnother.page().selectFirst("input[name=csrf]").attr("value");
        var answer = browser.post(
                link.path(),
                Http.pairs(Map.of("csrf", csrf, "name", "Iris", "password", GOOD_PASSWORD, "again", GOOD_PASSWORD)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(link.isOpen()).isTrue();
    }

    @Test
    void its_page_tells_no_other_site_where_one_came_from_and_runs_no_script() {
        var page = Link.setup().open();
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.page().select("script")).isEmpty();
    }

    @Test
    void only_hashes_of_links_are_stored() {
        var email = someEmail();
        var link = Link.invitation(email);
        assertThat(Database.value("select l::text from one_time_link l where email = '" + email + "'"))
                .doesNotContain(link.secret());
    }

    @Test
    void joining_is_in_the_audit_log() {
        var person = Staff.ofTheDemoCompany();
        assertThat(Database.value(
                        "select string_agg(type, ' ') from audit_event where user_id = '" + person.id() + "'"))
                .contains("USER_JOINED");
    }

    private static String someEmail() {
        return UUID.randomUUID() + "@joins.example";
    }
}
