package com.siacapp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Endpoint;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Registration;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is sent to an address: the protocol's error, nothing of our inside, and nothing stored. What people fill in is
 * in {@link BadFormsIT}.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BadInputIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** Every address there is, so that a new one is tried by being there. */
    private static final List<Endpoint> ENDPOINTS = Endpoint.all();

    /** What anybody may read. */
    private static final Set<String> PUBLIC = Set.of("/oauth/jwks", "/health");

    private static final Map<String, byte[]> BODIES = Map.ofEntries(
            Map.entry("nothing", new byte[0]),
            Map.entry("a lone ampersand", text("&")),
            Map.entry("half a percent sequence", text("grant_type=%z&token=%")),
            Map.entry("bytes that are no UTF-8", new byte[] {'a', '=', (byte) 0xC0, (byte) 0x80, (byte) 0xFF}),
            Map.entry("U+0000", text("grant_type=a%00b&token=%00&client_id=%00")),
            Map.entry("line breaks", text("grant_type=a%0D%0Ab&token=%0D%0A&client_id=%0D%0Ax")),
            Map.entry("a thousand parameters", text("a=b&".repeat(1000))),
            Map.entry("one parameter a hundred times", text("client_id=x&".repeat(100))),
            Map.entry("a long value", text("client_id=" + "x".repeat(60_000))),
            Map.entry("too much", text("client_id=" + "x".repeat(70_000))),
            Map.entry("JSON where a form belongs", text("{\"client_id\":\"x\"}")),
            Map.entry("deep JSON", text("[".repeat(20_000))),
            Map.entry("JSON with a huge number", text("{\"redirect_uris\":1e999999999}")),
            Map.entry("XML with an entity", text("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")),
            Map.entry("SQL", text("client_id=' or 1=1 --&token=';drop table client;--&grant_type=x")));

    private static final List<String> AUTHORIZATIONS = List.of(
            "Basic",
            "Basic ",
            "Basic !!!",
            "Basic Og==",
            "Basic " + "QUFB".repeat(2000),
            basic(text("%00:x")),
            basic(text("a\u0000b:\u0000")),
            basic(text("a%0Ab:%00")),
            basic(new byte[] {(byte) 0xC0, (byte) 0x80, ':', (byte) 0xFF}),
            basic(text("%C0%80:%FF")),
            "Bearer",
            "Bearer " + "a.".repeat(3000),
            "Bearer e30.e30.e30",
            "DPoP x",
            "Negotiate x",
            "\u00e4");

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_body_in_json() {
        return ofClients("POST", "PUT")
                .flatMap(endpoint -> Stream.of(FORM, JSON, "text/plain", "multipart/form-data", "nonsense")
                        .map(type -> refused(
                                endpoint + " as " + type,
                                bodies(body ->
                                        sent(endpoint, body, request -> request.header("Content-Type", type))))));
    }

    @TestFactory
    Stream<DynamicTest> a_registration_survives_every_body_of_its_owner() {
        return Stream.of(FORM, JSON).map(type -> {
            var client = Registration.of(metadata -> {});
            var endpoint = new Endpoint("PUT", "/oauth/register/" + client.id());
            return refused(
                    type,
                    bodies(body -> sent(
                            endpoint,
                            body,
                            request -> request.header("Content-Type", type)
                                    .header("Authorization", "Bearer " + client.token()))));
        });
    }

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_authorization_in_json() {
        var form = text("grant_type=authorization_code&token=x&code=x&code_verifier=x");
        return ofClients("GET", "POST", "PUT", "DELETE")
                .filter(endpoint -> !isPublic(endpoint))
                .map(endpoint -> refused(
                        endpoint.toString(),
                        each(
                                AUTHORIZATIONS,
                                header -> sent(
                                        endpoint,
                                        form,
                                        request -> request.header("Content-Type", FORM)
                                                .header("Authorization", header)))));
    }

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_accept_header_in_json() {
        return ofClients("POST")
                .map(endpoint -> refused(
                        endpoint.toString(),
                        each(
                                List.of("nonsense", "text/html;q=x", "a/b/c", ",", "*/*"),
                                accept -> Http.send(
                                        endpoint.path(),
                                        "POST",
                                        BodyPublishers.ofString("token=x"),
                                        request -> request.header("Content-Type", FORM)
                                                .header("Accept", accept)))));
    }

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_method_in_json() {
        return ENDPOINTS.stream()
                .filter(Endpoint::isForClients)
                .map(Endpoint::path)
                .distinct()
                .map(path -> refused(
                        path,
                        each(
                                Stream.of("PUT", "PATCH", "DELETE", "BREW")
                                        .filter(method -> !ENDPOINTS.contains(new Endpoint(method, path)))
                                        .toList(),
                                method -> sent(new Endpoint(method, path), new byte[0], request -> request))));
    }

    @TestFactory
    Stream<DynamicTest> what_anybody_may_read_survives_every_query_and_every_path() {
        return ofClients("GET")
                .filter(BadInputIT::isPublic)
                .flatMap(endpoint -> Stream.of(
                                "?%zz", "?x=%00&x=%0d%0a", "/%00", "/..%2f..%2fetc", "/a//b", "/" + "x".repeat(5000))
                        .map(more -> endpoint.path() + more))
                .map(BadInputIT::tellsNothing);
    }

    @TestFactory
    Stream<DynamicTest> a_browser_gets_a_page_that_tells_nothing_of_our_inside() {
        return Stream.of(
                        "/oauth/authorize",
                        "/oauth/authorize?client_id=%zz",
                        "/oauth/authorize?client_id=%00&redirect_uri=%0d%0a",
                        "/oauth/authorize?client_id=x&request_uri=urn:ietf:params:oauth:request_uri:%00",
                        "/oauth/authorize?client_id=x&client_id=y&request_uri=urn:ietf:params:oauth:request_uri:x",
                        "/oauth/logout?post_logout_redirect_uri=%zz",
                        "/oauth/logout?id_token_hint=a.b.c&client_id=%00",
                        "/signin?return_to=%zz",
                        "/signin?return_to=//evil.example/",
                        "/nowhere",
                        "/assets/../WEB-INF/web.xml",
                        "/assets/%2e%2e/WEB-INF/web.xml")
                .map(BadInputIT::tellsNothing);
    }

    @TestFactory
    Stream<DynamicTest> pages_of_people_survive_every_query() {
        var junk = "?csrf=%00&token=%C3%28&return_to=%0d%0a&from=x&from=y&person=1&type=%27&q=%27--";
        var browsers = List.of(new Browser(), Company.founded().administrator().browser());
        return ENDPOINTS.stream()
                .filter(endpoint ->
                        !endpoint.isForClients() && endpoint.method().equals("GET"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.path(), () -> {
                    for (var browser : browsers) {
                        var answer = Database.unchangedBy(() -> Http.send(
                                endpoint.path() + junk,
                                "GET",
                                BodyPublishers.noBody(),
                                request -> withSession(request, browser)));
                        assertIsNoFault(endpoint.path(), answer);
                    }
                }));
    }

    private static Stream<Endpoint> ofClients(String... methods) {
        return ENDPOINTS.stream()
                .filter(Endpoint::isForClients)
                .filter(endpoint -> List.of(methods).contains(endpoint.method()));
    }

    private static boolean isPublic(Endpoint endpoint) {
        return PUBLIC.contains(endpoint.path())
                || endpoint.path().startsWith("/.well-known/")
                || endpoint.equals(new Endpoint("POST", "/oauth/register"));
    }

    private static Supplier<Map<String, Answer>> bodies(Function<byte[], Answer> request) {
        return each(BODIES.keySet(), what -> request.apply(Objects.requireNonNull(BODIES.get(what))));
    }

    private static Supplier<Map<String, Answer>> each(Collection<String> inputs, Function<String, Answer> request) {
        return () -> inputs.stream().collect(Collectors.toMap(Function.identity(), request));
    }

    private static HttpRequest.Builder withSession(HttpRequest.Builder request, Browser browser) {
        return request.header("Accept", "text/html").header("Cookie", "siac-session=" + browser.cookie("siac-session"));
    }

    private static DynamicTest tellsNothing(String path) {
        return DynamicTest.dynamicTest(path.substring(0, Math.min(80, path.length())), () -> {
            var answer = Database.unchangedBy(() -> Http.raw(
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"));
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
            assertTellsNothing(answer);
        });
    }

    private static DynamicTest refused(String what, Supplier<Map<String, Answer>> requests) {
        return DynamicTest.dynamicTest(
                what, () -> Database.unchangedBy(requests).forEach(BadInputIT::assertIsProtocolError));
    }

    private static Answer sent(Endpoint endpoint, byte[] body, UnaryOperator<HttpRequest.Builder> more) {
        return Http.send(
                endpoint.path(),
                endpoint.method(),
                BodyPublishers.ofByteArray(body),
                request -> more.apply(request.header("Accept", "text/html, */*;q=0.1")));
    }

    static void assertIsNoFault(String what, Answer answer) {
        assertThat(answer.status()).as(what + ": " + answer).isLessThan(500);
        assertTellsNothing(answer.body());
    }

    private static void assertIsProtocolError(String what, Answer answer) {
        assertThat(answer.status()).as(what + ": " + answer).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(what + ": " + answer).startsWith(JSON);
        assertThat(answer.json().path("error").asText()).isNotBlank();
        assertThat(answer.json().path("error_description").asText()).isNotBlank();
        assertTellsNothing(answer.body());
    }

    private static void assertTellsNothing(String body) {
        assertThat(body)
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("com.siacapp")
                .doesNotContain("java.")
                .doesNotContain("org.jboss")
                .doesNotContain("RESTEASY")
                .doesNotContain("root:");
    }

    private static String basic(byte[] pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
