package com.siacapp.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.VendorHost;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the served page says of each kind of client: who, vouched for by whom, what, where and for how long (ASVS 10.7.2). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConsentOfEachClientIT {

    private static final String SCOPE = "openid siac.templates.read siac.templates.write siac.campaigns.send";
    private static final List<String> SEES =
            List.of("Who you are in SIAC", "Message templates and their review by Meta");
    private static final List<String> CHANGES = List.of("Write and edit template drafts");

    private static final String NOBODY_VOUCHES = "Unverified app.";
    private static final String THIS_DEVICE = "That is this device.";
    private static final String LONG = "Unused for 30 days, it ends by itself; after 180 days we ask you again.";
    private static final String SHORT = "at most 10 minutes at a time: after that it has to come back to you.";

    private final Browser author = Browser.signedInAs(Person.AUTHOR);

    @Test
    void one_that_registered_itself_is_unverified_whatever_it_calls_itself() {
        var page = asked(OAuthClient.registered(metadata -> {
            metadata.put("client_name", "Claude");
            metadata.putArray("redirect_uris").add(OAuthClient.WEB_REDIRECT_URI);
        }));
        assertSays(page, "Claude");
        assertThat(vouching(page)).isEmpty();
        assertThat(warnings(page)).contains(NOBODY_VOUCHES).doesNotContain(THIS_DEVICE);
        assertThat(fact(page, "Takes you back to")).isEqualTo("app.example");
        assertThat(fact(page, "For how long")).contains(LONG).doesNotContain("10 minutes");
    }

    @Test
    void one_that_is_described_at_its_address_is_verified_by_that_host() {
        var page = askedByDocument(OAuthClient.WEB_REDIRECT_URI);
        assertSays(page, "Test client");
        assertThat(vouching(page)).isEqualTo("Verified: docs.vendor.test");
        assertThat(warnings(page)).isEmpty();
        assertThat(fact(page, "Takes you back to")).isEqualTo("app.example");
        assertThat(fact(page, "For how long")).contains(LONG);
    }

    /** Its host vouches for the document, and for no program that listens on the person's computer. */
    @Test
    void one_that_is_answered_on_this_computer_only_is_warned_of_though_its_host_is_known() {
        var page = askedByDocument(OAuthClient.REDIRECT_URI);
        assertSays(page, "Test client");
        assertThat(vouching(page)).isEqualTo("Verified: docs.vendor.test");
        assertThat(warnings(page)).doesNotContain(NOBODY_VOUCHES).contains(THIS_DEVICE);
        assertThat(fact(page, "Takes you back to")).startsWith("127.0.0.1");
        assertThat(fact(page, "For how long")).contains(LONG);
    }

    @Test
    void a_companys_own_is_vouched_for_by_its_administrator() {
        var company = Company.added();
        var shown = company.administrator()
                .administration()
                .fill(
                        "clients/new",
                        "clients/new",
                        Map.of("name", "Intranet", "redirect_uris", OAuthClient.WEB_REDIRECT_URI, "kind", "PUBLIC"));
        var id = shown.page().select(".once code").text();
        var page = OAuthClient.known(id, "")
                .authorizationRequest()
                .with("redirect_uri", OAuthClient.WEB_REDIRECT_URI)
                .with("scope", SCOPE)
                .openedBy(company.hire("AUTHOR").browser());
        assertSays(page, "Intranet");
        assertThat(vouching(page)).isEqualTo("Added by your administrator.");
        assertThat(warnings(page)).isEmpty();
        assertThat(fact(page, "Takes you back to")).isEqualTo("app.example");
        assertThat(fact(page, "For how long")).contains(LONG);
    }

    @Test
    void one_on_a_device_leads_nowhere_and_is_warned_of_with_its_code() {
        var device = Device.of(Device.app(), SCOPE.split(" "));
        var page = device.enteredBy(author);
        assertSays(page, "Test client");
        assertThat(vouching(page)).isEmpty();
        assertThat(warnings(page)).contains(NOBODY_VOUCHES, device.userCode(), "Did somebody send you the code");
        assertThat(page.page().select("dt").eachText()).doesNotContain("Takes you back to");
        assertThat(fact(page, "For how long")).contains(LONG);
    }

    /** It gets no refresh token, with offline_access or without. */
    @Test
    void one_that_did_not_register_for_refresh_tokens_is_not_said_to_last() {
        var onTheWeb = OAuthClient.registered(
                metadata -> metadata.putArray("grant_types").add("authorization_code"));
        var inTheBrowser = onTheWeb.authorizationRequest()
                .with("scope", SCOPE + " offline_access")
                .openedBy(author);
        var app = OAuthClient.registered(
                metadata -> metadata.putArray("grant_types").add(Device.GRANT));
        var onADevice = Device.of(app, SCOPE.split(" ")).enteredBy(author);
        for (var page : List.of(inTheBrowser, onADevice)) {
            assertSays(page, "Test client");
            assertThat(fact(page, "For how long")).contains(SHORT).doesNotContain("days", "It stays connected");
        }
        var tokens = onTheWeb.redeem(
                onTheWeb.authorizationRequest().with("scope", SCOPE).allowedBy(author));
        assertThat(tokens.json().has("refresh_token")).isFalse();
        assertThat(tokens.json().path("expires_in").asInt()).isEqualTo(600);
    }

    @Test
    void one_that_comes_to_last_longer_while_the_page_is_open_is_asked_about_again() {
        var client =
                Registration.of(metadata -> metadata.putArray("grant_types").add("authorization_code"));
        var page = client.client().authorizationRequest().with("scope", SCOPE).openedBy(author);
        client.update(metadata -> {});
        var again = author.submit(page, Map.of("decision", "allow"));
        assertThat(again.status()).isEqualTo(400);
        assertThat(fact(again, "For how long")).contains(LONG);
    }

    private Answer asked(OAuthClient client) {
        return client.authorizationRequest().with("scope", SCOPE).openedBy(author);
    }

    private Answer askedByDocument(String redirectUri) {
        var url = "https://docs.vendor.test/" + UUID.randomUUID();
        VendorHost.publishes(
                url,
                OAuthClient.document(
                        url, document -> document.putArray("redirect_uris").add(redirectUri)));
        return OAuthClient.at(url)
                .authorizationRequest()
                .with("redirect_uri", redirectUri)
                .with("scope", SCOPE)
                .openedBy(author);
    }

    /** What is the same whoever asks: the name, the server, and each scope where it belongs. */
    private static void assertSays(Answer page, String name) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.page().select("h1").text().replaceAll("[\u2068\u2069]", ""))
                .isEqualTo(name + " wants to work with SIAC in your name");
        assertThat(fact(page, "Gives access to")).isEqualTo("" + TestServer.resource());
        var powers = page.page().select("section.power");
        assertThat(powers.select(":has(h2:containsOwn(Can see)) li").eachText()).isEqualTo(SEES);
        assertThat(powers.select(".change li").eachText())
                .as("what it changes is marked")
                .isEqualTo(CHANGES);
        assertThat(powers.select(".withheld li"))
                .as("what an author may not do")
                .hasSize(1);
    }

    private static String vouching(Answer page) {
        return page.page().select(".who .chip").text();
    }

    private static String warnings(Answer page) {
        return page.page().select(".notice.warn, .caution").text();
    }

    private static String fact(Answer page, String name) {
        return page.page()
                .select("dl > div:has(dt:containsOwn(" + name + ")) dd")
                .text();
    }
}
