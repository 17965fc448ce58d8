package com.siacapp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent to an address: the protocol's error, nothing of our inside, and nothing stored. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BadInputIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private static final List<String> FORM_ENDPOINTS =
            List.of("/oauth/token", "/oauth/par", "/oauth/revoke", "/oauth/introspect");

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
        return Stream.concat(FORM_ENDPOINTS.stream(), Stream.of("/oauth/register", "/oauth/userinfo"))
                .flatMap(path -> Stream.of(FORM, JSON, "text/plain", "multipart/form-data", "nonsense")
                        .map(type -> refused(
                                path + " as " + type,
                                () -> BODIES.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                body -> sent(
                                                        path,
                                                        "POST",
                                                        body.getValue(),
                                                        r -> r.header("Content-Type", type)))))));
    }

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_authorization_in_json() {
        var form = text("grant_type=authorization_code&token=x&code=x&code_verifier=x");
        return Stream.concat(FORM_ENDPOINTS.stream(), Stream.of("/oauth/userinfo"))
                .map(path -> refused(
                        path,
                        () -> AUTHORIZATIONS.stream()
                                .collect(Collectors.toMap(
                                        header -> header,
                                        header -> sent(
                                                path,
                                                "POST",
                                                form,
                                                r -> r.header("Content-Type", FORM)
                                                        .header("Authorization", header))))));
    }

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_accept_header_in_json() {
        return FORM_ENDPOINTS.stream()
                .map(path -> refused(
                        path,
                        () -> Stream.of("nonsense", "text/html;q=x", "a/b/c", ",", "*/*")
                                .collect(Collectors.toMap(
                                        accept -> accept,
                                        accept -> Http.send(
                                                path,
                                                "POST",
                                                BodyPublishers.ofString("token=x"),
                                                r -> r.header("Content-Type", FORM)
                                                        .header("Accept", accept))))));
    }

    @TestFactory
    Stream<DynamicTest> endpoints_of_clients_answer_every_method_in_json() {
        return Stream.concat(FORM_ENDPOINTS.stream(), Stream.of("/oauth/register", "/oauth/jwks"))
                .map(path -> refused(
                        path,
                        () -> Stream.of("PUT", "PATCH", "DELETE", "BREW")
                                .collect(Collectors.toMap(
                                        method -> method, method -> sent(path, method, new byte[0], r -> r)))));
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
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var answer = Database.unchangedBy(() -> Http.raw("GET " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"));
                    assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
                    assertTellsNothing(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> forms_of_people_survive_every_field() {
        return BODIES.entrySet().stream()
                .map(body -> DynamicTest.dynamicTest(body.getKey(), () -> {
                    var browser = Browser.signedInAs(Person.AUTHOR);
                    for (var path : List.of(
                            "/signin",
                            "/signout",
                            "/oauth/logout",
                            OAuthClient.registered().authorizationRequest().address())) {
                        var answer = Database.unchangedBy(() -> Http.send(
                                path,
                                "POST",
                                BodyPublishers.ofByteArray(body.getValue()),
                                r -> r.header("Content-Type", FORM)
                                        .header("Accept", "text/html")
                                        .header("Cookie", "siac-session=" + browser.cookie("siac-session"))));
                        assertThat(answer.status()).as(path).isLessThan(500);
                        assertTellsNothing(answer.body());
                    }
                }));
    }

    private static DynamicTest refused(String what, Supplier<Map<String, Answer>> requests) {
        return DynamicTest.dynamicTest(
                what, () -> Database.unchangedBy(requests).forEach(BadInputIT::assertIsProtocolError));
    }

    private static Answer sent(String path, String method, byte[] body, UnaryOperator<HttpRequest.Builder> more) {
        return Http.send(
                path,
                method,
                BodyPublishers.ofByteArray(body),
                request -> more.apply(request.header("Accept", "text/html, */*;q=0.1")));
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
