package com.siacapp.console;

import static com.siacapp.testkit.Administration.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.VendorHost;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator and the apps of the whole installation: to find them, to block them, to let them come back. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BlockedClientsIT {

    @Test
    void a_blocked_app_is_dead_for_everybody_at_once_and_its_tokens_stay_dead_when_it_is_unblocked() {
        var registration = Registration.of(metadata -> metadata.put("client_name", "Greedy " + UUID.randomUUID()));
        var client = registration.client();
        var one = Company.added().administrator().tokens(client);
        var other = client.tokensFor(Person.AUTHOR);
        var waiting = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var operator = operator();
        assertThat(row(operator, client.id())).contains("3 ");

        assertThat(notice(block(operator, client.id(), "asks for  too\nmuch"))).isEqualTo("CLIENT_BLOCKED");
        assertThat(one.areGood()).isFalse();
        assertThat(other.areGood()).isFalse();
        assertThat(client.refresh(one.refresh()).status()).isEqualTo(401);
        assertThat(client.refresh(one.refresh()).error()).isEqualTo("invalid_client");
        assertThat(client.redeem(waiting).error()).isEqualTo("invalid_client");
        assertThat(client.push(client.authorizationRequest()).error()).isEqualTo("invalid_client");
        assertThat(registration.read().status()).isEqualTo(401);
        assertThat(registration.delete().status()).isEqualTo(401);
        assertSaysThatItIsBlocked(client.authorizationRequest().openedBy(new Browser()));
        assertSaysThatItIsBlocked(client.authorizationRequest().openedBy(Browser.signedInAs(Person.AUTHOR)));
        assertThat(row(operator, client.id())).contains("blocked", "Reason: asks for too much");
        assertThat(operator.rows("audit?log=installation&type=CLIENT_DISABLED&client=" + client.id()))
                .contains("Disabled an app", "asks for too much");

        assertThat(notice(operator.confirm("all-apps/unblock?client=" + client.id())))
                .isEqualTo("CLIENT_UNBLOCKED");
        assertThat(one.areGood()).isFalse();
        assertThat(client.refresh(one.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(client.redeem(waiting).error()).isEqualTo("invalid_grant");
        assertThat(client.tokensFor(Person.AUTHOR).areGood()).isTrue();
        assertThat(row(operator, client.id())).doesNotContain("blocked");
        assertThat(operator.rows("audit?log=installation&type=CLIENT_ENABLED&client=" + client.id()))
                .contains("Enabled an app");
    }

    @Test
    void an_app_that_is_described_at_its_address_does_not_come_back_by_another_document() {
        var url = "https://docs.vendor.test/" + UUID.randomUUID();
        VendorHost.publishes(url, OAuthClient.document(url, document -> {}));
        var client = OAuthClient.at(url);
        var tokens = client.tokensFor(Person.AUTHOR);
        var operator = operator();
        assertThat(notice(block(operator, url, "its maker was broken into"))).isEqualTo("CLIENT_BLOCKED");
        var fetched = VendorHost.requests(url);
        VendorHost.publishes(url, OAuthClient.document(url, document -> document.put("client_name", "Another name")));

        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_client");
        var browser = Browser.signedInAs(Person.AUTHOR);
        assertSaysThatItIsBlocked(client.authorizationRequest().openedBy(browser));
        assertThat(VendorHost.requests(url)).as("nobody asks its host any more").isEqualTo(fetched);

        operator.confirm("all-apps/unblock?client=" + encoded(url));
        assertThat(client.tokensFor(browser).areGood()).isTrue();
        assertThat(tokens.areGood()).isFalse();
    }

    @Test
    void consent_that_was_on_the_screen_when_the_app_was_blocked_gives_nothing() {
        var client = OAuthClient.registered();
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = client.authorizationRequest().openedBy(browser);
        block(operator(), client.id(), "no good");
        var answer = Database.unchangedBy(() -> browser.submit(page, Map.of("decision", "allow")));
        assertSaysThatItIsBlocked(answer);
    }

    @Test
    void an_app_is_blocked_for_a_reason_or_not_at_all() {
        var client = OAuthClient.registered();
        var operator = operator();
        for (var reason : List.of("", " \n ", "x".repeat(201))) {
            var answer = Database.unchangedBy(() -> block(operator, client.id(), reason));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.page().select("#refused").text()).contains("200");
        }
    }

    @Test
    void a_companys_own_app_is_neither_listed_nor_blocked() {
        var company = Company.added();
        company.administrator()
                .administration()
                .fill(
                        "clients/new",
                        "clients/new",
                        Map.of("name", "Intranet", "redirect_uris", OAuthClient.REDIRECT_URI, "kind", "PUBLIC"));
        var id = Database.value("select id from client where tenant_id = '" + company.id() + "'");
        var operator = operator();
        assertThat(operator.rows("all-apps?search=" + id)).isEmpty();
        assertThat(operator.open("all-apps/block?client=" + id).status()).isEqualTo(404);
        var token = operator.csrf(
                "all-apps/block?client=" + OAuthClient.registered().id());
        var reason = List.of(Map.entry("reason", "x"));
        var answer = Database.unchangedBy(() -> operator.post("all-apps/block?client=" + id, token, reason));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void an_app_is_found_by_a_part_of_its_name_or_id_whatever_it_holds() {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var name = "100%_<b>Sure</b> " + tag;
        var client = OAuthClient.registered(metadata -> metadata.put("client_name", name));
        var operator = operator();
        for (var search : List.of("100%_<b>sURE</b> " + tag, tag, client.id().substring(0, 20))) {
            var page = operator.open("all-apps?search=" + encoded(search)).page();
            assertThat(page.select("tbody code").eachText()).as(search).contains(client.id());
            assertThat(page.select("table b")).isEmpty();
            assertThat(page.select("#search").attr("value")).isEqualTo(search);
        }
        assertThat(operator.rows("all-apps?search=" + encoded("1%" + tag))).isEmpty();
        assertThat(operator.open("all-apps?search=%00").status()).isEqualTo(200);
    }

    @Test
    void the_list_is_bounded_and_says_when_it_is_cut() {
        var tag = UUID.randomUUID().toString();
        Database.execute("insert into client (id, source, name, application_type, redirect_uris, grant_types,"
                + " token_endpoint_auth_method, id_token_signed_response_alg, created_at)"
                + " select gen_random_uuid(), 'DYNAMIC', '" + tag + "', 'WEB', '', '', 'NONE', 'RS256', now()"
                + " from generate_series(1, 101)");
        var page = operator().open("all-apps?search=" + tag).page();
        assertThat(page.select("tbody tr")).hasSize(100);
        assertThat(page.select("main .notice.warn")).hasSize(1);
    }

    private static void assertSaysThatItIsBlocked(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.page().select("h1").text()).isEqualTo("This app is blocked here");
    }

    private static Administration operator() {
        return Company.founded().administrator().administration();
    }

    private static String row(Administration operator, String client) {
        return operator.rows("all-apps?search=" + encoded(client));
    }

    private static Answer block(Administration operator, String client, String reason) {
        var path = "all-apps/block?client=" + encoded(client);
        return operator.fill(path, path, Map.of("reason", reason));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
