package com.siacapp.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Endpoint;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may come to which address of administration. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConsoleAccessIT {

    /** Every address that JAX-RS knows under /admin, with every act and an id that is nobody's. */
    private static final List<Address> ADDRESSES = addresses();

    private record Address(String method, String path) {

        boolean isForOperators() {
            return Stream.of("tenants", "all-apps", "keys", "doctor").anyMatch(path::startsWith);
        }
    }

    @Test
    void the_walk_finds_the_addresses() {
        assertThat(ADDRESSES)
                .contains(
                        new Address("GET", ""),
                        new Address("GET", "people"),
                        new Address("POST", "people/" + Endpoint.NOBODYS_ID),
                        new Address("POST", "clients/" + Endpoint.NOBODYS_ID + "/delete"),
                        new Address("GET", "audit/export.csv"),
                        new Address("POST", "tenants/" + Endpoint.NOBODYS_ID + "/disable"),
                        new Address("POST", "tenants/" + Endpoint.NOBODYS_ID + "/invite"),
                        new Address("POST", "all-apps/block"),
                        new Address("POST", "keys/retire"))
                .hasSizeGreaterThan(50);
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
        for (var address : ADDRESSES) {
            var answer = sent(new Administration(new Browser()), address);
            assertThat(answer.status()).as(address.toString()).isEqualTo(303);
            assertThat(answer.location().orElseThrow().getPath()).isEqualTo("/signin");
        }
        var browser = new Browser();
        var signIn = browser.open(browser.open("/admin/people").location().orElseThrow());
        var back = browser.submit(signIn, Map.of("email", Person.ADMIN.email(), "password", Person.ADMIN.password()));
        assertThat(back.location().orElseThrow().getPath()).isEqualTo("/admin/people");
    }

    @Test
    void to_whoever_is_no_administrator_there_is_no_administration() {
        var company = Company.added();
        for (var role : List.of("VIEWER", "AUTHOR", "OPERATOR", "APPROVER")) {
            var admin = company.hire(role).administration();
            var nowhere = withoutLogId(admin.open("no-such-address"));
            unchangedByAll(ADDRESSES, address -> {
                var answer = sent(admin, address);
                assertThat(answer.status()).as(role + " " + address).isEqualTo(404);
                assertThat(withoutLogId(answer)).isEqualTo(nowhere);
            });
        }
    }

    @Test
    void to_an_administrator_who_does_not_run_the_installation_its_addresses_do_not_exist() {
        var admin = Company.added().administrator().administration();
        var operators = ADDRESSES.stream().filter(Address::isForOperators).toList();
        unchangedByAll(
                operators,
                address -> assertThat(sent(admin, address).status())
                        .as(address.toString())
                        .isEqualTo(404));
        assertThat(admin.open("audit?log=installation").status()).isEqualTo(404);
        assertThat(admin.open("audit/export.csv?log=installation").status()).isEqualTo(404);
    }

    @Test
    void an_address_written_in_another_way_is_guarded_like_the_usual_one() {
        var author = new Administration(Browser.signedInAs(Person.AUTHOR));
        for (var spelling : List.of(
                "/%61dmin/people", "/admin;x=1/people", "//admin/people", "/admin/people/", "/admin/./people")) {
            assertThat(author.browser().open(spelling).status()).as(spelling).isIn(400, 404);
        }
    }

    @Test
    void no_form_works_without_its_token() {
        var admin = Company.founded().administrator().administration();
        var forms = ADDRESSES.stream()
                .filter(address -> address.method().equals("POST"))
                .toList();
        for (var token : List.of("", "made-up")) {
            unchangedByAll(
                    forms,
                    address -> assertThat(admin.post(address.path(), token, everything())
                                    .status())
                            .as(address.toString())
                            .isEqualTo(400));
        }
    }

    @Test
    void a_token_of_one_section_is_no_token_of_another() {
        var admin = Company.founded().administrator().administration();
        var csrf = admin.csrf("people");
        var answer = Database.unchangedBy(() -> admin.post("tenants", csrf, everything()));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_form_that_was_open_when_its_session_ended_is_of_no_use_in_the_next() {
        var administrator = Company.added().administrator();
        var admin = administrator.administration();
        var csrf = admin.csrf("people");
        var account = admin.open("people").page();
        admin.browser()
                .post(
                        "/signout",
                        List.of(Map.entry(
                                "csrf",
                                account.select("form[action=/signout] input").attr("value"))));
        admin.browser().signIn(administrator.email(), Link.GOOD_PASSWORD);
        var answer = Database.unchangedBy(() -> admin.post("people", csrf, everything()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(admin.post("people", admin.csrf("people"), everything()).status())
                .isEqualTo(200);
    }

    @Test
    void another_companys_administrator_finds_nothing_of_ours_at_any_address() {
        var ours = Company.added();
        var person = ours.hire("AUTHOR");
        person.tokens(OAuthClient.registered());
        var admin = ours.administrator().administration();
        admin.fill("people", "people", Map.of("email", "waiting@company.siac.test", "role", "VIEWER"));
        admin.fill(
                "clients/new",
                "clients/new",
                Map.of("name", "Ours", "redirect_uris", "https://ours.example/cb", "kind", "SECRET"));
        admin.fill(
                "clients/services/new",
                "clients/services/new",
                Map.of("name", "Ours", "role", "VIEWER", "scope", "siac.templates.read"));
        var stranger = Company.added().administrator();
        var ids = idsOf(ours, person);
        assertThat(ids).hasSize(6);
        var connection = stranger.tokens(OAuthClient.registered());
        assertThat(connection.areGood()).isTrue();
        var theirs = stranger.administration();
        var disconnect =
                theirs.open("apps").page().select("a[href$=/disconnect]").attr("href");
        var tokens = Map.of(
                "people", theirs.csrf("people"),
                "apps", theirs.csrf(disconnect.replace("/admin/", "")),
                "clients", theirs.csrf("clients/new"));
        var withAnId = ADDRESSES.stream()
                .filter(address -> address.path().contains(Endpoint.NOBODYS_ID) && !address.isForOperators())
                .toList();
        for (var id : ids) {
            unchangedByAll(withAnId, address -> {
                var path = address.path().replace(Endpoint.NOBODYS_ID, id);
                var answer = address.method().equals("GET")
                        ? theirs.open(path)
                        : theirs.post(path, tokens.get(path.split("/", 2)[0]), everything());
                assertThat(answer.status()).as(address.method() + " " + path).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("Ours", person.name());
            });
        }
    }

    /** Compares the database once for all requests: it has many rows when other tests ran before. */
    private static void unchangedByAll(List<Address> addresses, Consumer<Address> request) {
        Database.unchangedBy(() -> {
            addresses.forEach(request);
            return addresses;
        });
    }

    /** A refusal must not differ from the answer of an address that does not exist, but for what names the log's line. */
    private static String withoutLogId(Answer answer) {
        return answer.body().replaceAll("[0-9a-f-]{36}", "");
    }

    private static List<String> idsOf(Company company, Staff person) {
        var tenant = "'" + company.id() + "'";
        return Stream.of(
                        "select '" + person.id() + "'",
                        "select '" + company.id() + "'",
                        "select id from one_time_link where tenant_id = " + tenant + " and used_at is null",
                        "select id from oauth_grant where tenant_id = " + tenant,
                        "select id from client where tenant_id = " + tenant + " and redirect_uris <> ''",
                        "select s.id from service_account s join client c on c.id = s.client_id where c.tenant_id = "
                                + tenant)
                .map(Database::value)
                .toList();
    }

    private static List<Map.Entry<String, String>> everything() {
        return List.of(
                Map.entry("role", "VIEWER"),
                Map.entry("email", "new@company.siac.test"),
                Map.entry("company", "X"),
                Map.entry("name", "X"),
                Map.entry("kind", "PUBLIC"),
                Map.entry("redirect_uris", "https://x.example/cb"),
                Map.entry("jwks", Administration.JWKS),
                Map.entry("scope", "siac.templates.read"));
    }

    private static Answer sent(Administration admin, Address address) {
        return address.method().equals("GET")
                ? admin.open(address.path())
                : admin.post(address.path(), "", everything());
    }

    private static List<Address> addresses() {
        return Endpoint.all().stream()
                .filter(endpoint -> (endpoint.path() + "/").startsWith("/admin/"))
                .map(endpoint -> new Address(endpoint.method(), endpoint.path().replaceFirst("^/admin/?", "")))
                .toList();
    }
}
