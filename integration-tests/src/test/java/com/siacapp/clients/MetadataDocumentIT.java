package com.siacapp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import com.siacapp.testkit.VendorHost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients whose id is the address of a document about them, from a real https host. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class MetadataDocumentIT {

    private static final int URLS = Integer.getInteger("siac.scale.document-urls", 200);

    @Test
    void a_client_nobody_registered_connects_and_is_stored_when_a_person_consents() {
        var url = published(document -> {});
        var client = OAuthClient.at(url);
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = Database.unchangedBy(() -> client.authorizationRequest().openedBy(browser));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.page().text()).contains("Verified").contains("docs.vendor.test");
        var code = browser.submit(page, Map.of("decision", "allow"))
                .redirectParameters()
                .get("code");
        assertThat(Tokens.of(client.redeem(code)).areGood()).isTrue();
        assertThat(stored("source", url)).isEqualTo("METADATA_DOCUMENT");
        assertThat(Database.value("select count(*) from audit_event where type = 'CLIENT_REGISTERED' and client_id = '"
                        + url + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_stranger_makes_us_fetch_nothing() {
        var url = published(document -> {});
        var request = OAuthClient.at(url).authorizationRequest();
        var answer = request.openedBy(new Browser());
        assertThat(answer.location().orElseThrow().getPath()).isEqualTo("/signin");
        assertThat(new Browser().open(answer.location().orElseThrow()).status()).isEqualTo(200);
        assertThat(OAuthClient.at(url).refresh("a-token-of-nobody").error()).isEqualTo("invalid_client");
        assertThat(VendorHost.requests(url)).isZero();
    }

    @Test
    void a_stranger_who_may_not_be_asked_is_told_so_and_neither_fetched_for_nor_redirected() {
        var unknown = published(document -> {});
        var known = published(document -> {});
        OAuthClient.at(known).tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofHours(25));
        for (var url : List.of(unknown, known)) {
            var fetched = VendorHost.requests(url);
            var request = OAuthClient.at(url).authorizationRequest().with("prompt", "none");
            var answer = Database.unchangedBy(() -> request.openedBy(new Browser()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.location()).isEmpty();
            assertThat(answer.page().select("form, main a")).isEmpty();
            assertThat(answer.page().text()).contains("not signed in");
            assertThat(VendorHost.requests(url)).isEqualTo(fetched);
        }
        var signedIn = OAuthClient.at(unknown)
                .authorizationRequest()
                .with("prompt", "none")
                .openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(signedIn.offeredBack()).containsEntry("error", "consent_required");
    }

    @Test
    void a_client_pushes_requests_once_a_person_allowed_it_and_is_not_looked_up_for_strangers() {
        var url = published(document -> {});
        var client = OAuthClient.at(url);
        var refused = Database.unchangedBy(() -> client.push(client.authorizationRequest()));
        assertThat(refused.error()).isEqualTo("invalid_client");
        assertThat(VendorHost.requests(url)).isZero();
        client.tokensFor(Person.AUTHOR);
        assertThat(client.pushed(client.authorizationRequest()).allowedBy(Person.AUTHOR))
                .isNotBlank();
    }

    @Test
    void the_document_is_fetched_once_while_it_is_fresh() {
        var url = published(document -> {});
        var browser = Browser.signedInAs(Person.AUTHOR);
        var request = OAuthClient.at(url).authorizationRequest();
        request.openedBy(browser);
        request.openedBy(browser);
        assertThat(VendorHost.requests(url)).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> documents_that_connect_nobody() {
        var good = "https://docs.vendor.test/";
        return Stream.of(
                refused("that is not there", (url) -> {}),
                refused("behind a redirect", url -> VendorHost.answers(url, 302, "{}")),
                refused("of a host that is broken", url -> VendorHost.answers(url, 500, "{}")),
                refused("of another client", url -> VendorHost.publishes(url, document(good, d -> {}))),
                refused("with a secret", url -> publish(url, d -> d.put("client_secret", "x"))),
                refused(
                        "that wants one",
                        url -> publish(url, d -> d.put("token_endpoint_auth_method", "client_secret_post"))),
                refused("longer than the limit", url -> publish(url, d -> d.put("padding", "x".repeat(6000)))),
                refused(
                        "that demands pushed requests",
                        url -> publish(url, d -> d.put("require_pushed_authorization_requests", true))),
                refused("that is no JSON", url -> VendorHost.publishes(url, "<html>")));
    }

    @TestFactory
    Stream<DynamicTest> addresses_that_lead_us_nowhere() {
        return Stream.of(
                        "https://loopback.attacker.test/client",
                        "https://metadata.attacker.test/latest/meta-data/",
                        "https://mapped.attacker.test/client",
                        "https://mixed.attacker.test/client",
                        "https://nobody.attacker.test/client",
                        "https://localhost/client",
                        "https://127.0.0.1/client",
                        "https://[::1]/client",
                        "https://2130706433/client",
                        "https://user@docs.vendor.test/client",
                        "https://docs.vendor.test/a/../client",
                        "https://docs.vendor.test/client#fragment",
                        "https://docs.vendor.test",
                        "http://docs.vendor.test/client")
                .map(url -> DynamicTest.dynamicTest(url, () -> assertShown(url)));
    }

    @Test
    void the_redirect_address_is_one_of_the_document() {
        var url = published(document -> {});
        var answer = OAuthClient.at(url)
                .authorizationRequest()
                .with("redirect_uri", "https://evil.example/callback")
                .openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void a_program_on_any_port_of_this_computer_is_answered_and_the_person_warned() {
        var url = published(document -> document.putArray("redirect_uris").add("http://localhost/callback"));
        var page = OAuthClient.at(url)
                .authorizationRequest()
                .with("redirect_uri", "http://localhost:51234/callback")
                .openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().text()).contains("That is this device");
    }

    @Test
    void a_known_client_keeps_working_while_its_host_is_silent() {
        var url = published(document -> {});
        var client = OAuthClient.at(url);
        var tokens = client.tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofHours(25));
        VendorHost.answers(url, 500, "{}");
        var refreshed = client.refresh(tokens.refresh());
        assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
        assertThat(client.authorizationRequest()
                        .openedBy(Browser.signedInAs(Person.AUTHOR))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_a_document_newly_says_holds_once_it_is_fetched() {
        var url = published(document -> {});
        var client = OAuthClient.at(url);
        var tokens = client.tokensFor(Person.AUTHOR);
        publish(url, document -> {
            document.put("token_endpoint_auth_method", "private_key_jwt");
            document.put("jwks_uri", "https://docs.vendor.test/keys");
        });
        Time.passes(Duration.ofHours(25));
        client.authorizationRequest().openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_client");
        assertThat(stored("token_endpoint_auth_method", url)).isEqualTo("PRIVATE_KEY_JWT");
    }

    @Test
    void an_older_copy_does_not_take_the_place_of_what_another_node_read_later() {
        var url = published(document -> {});
        var client = OAuthClient.at(url);
        var tokens = client.tokensFor(Person.AUTHOR);
        Database.execute("update client set name = 'Renamed', document_read_at = '"
                + Time.now().plusSeconds(1) + "' where id = '" + url + "'");
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
        assertThat(client.tokensFor(Person.AUTHOR).areGood()).isTrue();
        assertThat(stored("name", url)).isEqualTo("Renamed");
        assertThat(Database.value(
                        "select count(*) from audit_event where type = 'CLIENT_UPDATED' and client_id = '" + url + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_copy_the_operator_pinned_stands_for_a_host_that_never_answers() {
        var client = OAuthClient.at(OAuthClient.PINNED);
        assertThat(client.tokensFor(Person.AUTHOR).areGood()).isTrue();
    }

    @Test
    void thousands_of_addresses_of_one_host_store_nothing_and_are_asked_for_sixty_times_a_minute() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var addresses = IntStream.range(0, URLS)
                .mapToObj(i -> "https://flood.vendor.test/" + i)
                .toList();
        addresses.forEach(address -> publish(address, document -> {}));
        var next = new AtomicInteger();
        var start = Instant.now();
        Database.unchangedBy(() -> Race.of(
                URLS,
                () -> OAuthClient.at(addresses.get(next.getAndIncrement()))
                        .authorizationRequest()
                        .openedBy(browser)));
        var minutes = Duration.between(start, Instant.now()).toMinutes() + 1;
        assertThat(addresses.stream().mapToLong(VendorHost::requests).sum()).isBetween(60L, 60L * (minutes + 1));
    }

    private static DynamicTest refused(String what, Consumer<String> publisher) {
        return DynamicTest.dynamicTest("a document " + what, () -> {
            var url = "https://docs.vendor.test/" + UUID.randomUUID();
            publisher.accept(url);
            assertShown(url);
        });
    }

    private static void assertShown(String url) {
        var request = OAuthClient.at(url).authorizationRequest();
        var answer = Database.unchangedBy(() -> request.openedBy(Browser.signedInAs(Person.AUTHOR)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.page().selectFirst("h1")).isNotNull();
        Answer token = OAuthClient.at(url).refresh("a-token-of-nobody");
        assertThat(token.status()).isEqualTo(401);
        assertThat(token.error()).isEqualTo("invalid_client");
    }

    private static String published(Consumer<ObjectNode> tweak) {
        var url = "https://docs.vendor.test/" + UUID.randomUUID();
        publish(url, tweak);
        return url;
    }

    private static void publish(String url, Consumer<ObjectNode> tweak) {
        VendorHost.publishes(url, document(url, tweak));
    }

    private static String document(String url, Consumer<ObjectNode> tweak) {
        return OAuthClient.document(url, tweak);
    }

    private static String stored(String column, String url) {
        return Database.value("select " + column + " from client where id = '" + url + "'");
    }
}
