package com.siacapp.doctor.boundary;

import static com.siacapp.doctor.entity.Fault.AUTHORIZATION_ERROR;
import static com.siacapp.doctor.entity.Fault.AUTHORIZATION_STRIPPED;
import static com.siacapp.doctor.entity.Fault.BLOCKED;
import static com.siacapp.doctor.entity.Fault.BROKEN_CONNECTION;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_EXPIRED;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_OF_ANOTHER_HOST;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_UNTRUSTED;
import static com.siacapp.doctor.entity.Fault.CHALLENGE_OF_ANOTHER_SCHEME;
import static com.siacapp.doctor.entity.Fault.CHALLENGE_WITHOUT_METADATA;
import static com.siacapp.doctor.entity.Fault.CLIENT_FORGOTTEN;
import static com.siacapp.doctor.entity.Fault.CLIENT_LEFT;
import static com.siacapp.doctor.entity.Fault.CLOCK_SKEW;
import static com.siacapp.doctor.entity.Fault.CODE_NOT_CHECKED;
import static com.siacapp.doctor.entity.Fault.CONNECTION_REFUSED;
import static com.siacapp.doctor.entity.Fault.CORS_MISSING;
import static com.siacapp.doctor.entity.Fault.DOCUMENT_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.ENDPOINT_MISSING;
import static com.siacapp.doctor.entity.Fault.FOREIGN_ENDPOINT;
import static com.siacapp.doctor.entity.Fault.FOREIGN_METADATA;
import static com.siacapp.doctor.entity.Fault.HTML_INSTEAD_OF_JSON;
import static com.siacapp.doctor.entity.Fault.HTTP_BEHIND_PROXY;
import static com.siacapp.doctor.entity.Fault.INVALID_ADDRESS;
import static com.siacapp.doctor.entity.Fault.INVALID_MEMBER;
import static com.siacapp.doctor.entity.Fault.ISSUER_MISMATCH;
import static com.siacapp.doctor.entity.Fault.ISSUER_SLASH;
import static com.siacapp.doctor.entity.Fault.LOCAL_ADDRESS;
import static com.siacapp.doctor.entity.Fault.NOT_JSON;
import static com.siacapp.doctor.entity.Fault.NOT_PROTECTED;
import static com.siacapp.doctor.entity.Fault.NO_AUTHORIZATION_SERVER;
import static com.siacapp.doctor.entity.Fault.NO_CHALLENGE;
import static com.siacapp.doctor.entity.Fault.NO_CLIENT_DOCUMENTS;
import static com.siacapp.doctor.entity.Fault.NO_ISS;
import static com.siacapp.doctor.entity.Fault.NO_KEYS;
import static com.siacapp.doctor.entity.Fault.NO_PUBLIC_CLIENTS;
import static com.siacapp.doctor.entity.Fault.NO_REFRESH;
import static com.siacapp.doctor.entity.Fault.NO_S256;
import static com.siacapp.doctor.entity.Fault.PLAIN_HTTP;
import static com.siacapp.doctor.entity.Fault.POST_NOT_ALLOWED;
import static com.siacapp.doctor.entity.Fault.POST_REDIRECTED;
import static com.siacapp.doctor.entity.Fault.PRIVATE_KEYS;
import static com.siacapp.doctor.entity.Fault.REDIRECT_REFUSED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_CHANGED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_LIMITED;
import static com.siacapp.doctor.entity.Fault.REGISTRATION_REFUSED;
import static com.siacapp.doctor.entity.Fault.RESOURCE_MISMATCH;
import static com.siacapp.doctor.entity.Fault.RESOURCE_SLASH;
import static com.siacapp.doctor.entity.Fault.SIGN_IN_ELSEWHERE;
import static com.siacapp.doctor.entity.Fault.SIGN_IN_UNREACHABLE;
import static com.siacapp.doctor.entity.Fault.TIMED_OUT;
import static com.siacapp.doctor.entity.Fault.TLS_FAILED;
import static com.siacapp.doctor.entity.Fault.TOKEN_CACHEABLE;
import static com.siacapp.doctor.entity.Fault.TOKEN_ERROR;
import static com.siacapp.doctor.entity.Fault.TOKEN_LEFT;
import static com.siacapp.doctor.entity.Fault.TOKEN_NOT_CHECKED;
import static com.siacapp.doctor.entity.Fault.TOKEN_REFUSED;
import static com.siacapp.doctor.entity.Fault.TOO_LONG;
import static com.siacapp.doctor.entity.Fault.UNEXPECTED_STATUS;
import static com.siacapp.doctor.entity.Fault.UNKNOWN_HOST;
import static com.siacapp.doctor.entity.Fault.UPSTREAM_DOWN;
import static com.siacapp.doctor.entity.Fault.WELL_KNOWN_MISSING;
import static com.siacapp.doctor.entity.Fault.WRONG_HOST;
import static com.siacapp.doctor.entity.Outcome.OK;
import static com.siacapp.testkit.Person.AUTHOR;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.doctor.control.Consent;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.Step;
import com.siacapp.keys.entity.Secret;
import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient.AuthorizationRequest;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real server behind a proxy that does one thing wrong, and what the doctor says. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConnectionDoctorIT {

    private static final String RESOURCE_METADATA = "/.well-known/oauth-protected-resource";
    private static final String SERVER_METADATA = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String HTML = "<!doctype html><title>Just a moment…</title>";

    private static final String LEFT = "select count(*) from client where name = 'SIAC connection doctor'";

    private static final ConnectionDoctor DOCTOR = new ConnectionDoctor(Clock.systemUTC());

    /** Those with a test of their own below. */
    private static final Set<Fault> WITHOUT_PROXY = EnumSet.of(
            INVALID_ADDRESS,
            PLAIN_HTTP,
            LOCAL_ADDRESS,
            UNKNOWN_HOST,
            CONNECTION_REFUSED,
            TIMED_OUT,
            BROKEN_CONNECTION,
            CERTIFICATE_EXPIRED,
            CERTIFICATE_OF_ANOTHER_HOST,
            CERTIFICATE_UNTRUSTED,
            TLS_FAILED,
            HTTP_BEHIND_PROXY,
            CLOCK_SKEW,
            TOKEN_REFUSED,
            TOKEN_LEFT);

    @TempDir(factory = BelowTarget.class)
    private Path folder;

    /** What the proxy does wrong, where, and what is found first. */
    private record Case(Fault expected, Part part, boolean isInRequests, String path, UnaryOperator<Passing> change) {

        static Case answer(Fault expected, Part part, String path, UnaryOperator<Passing> change) {
            return new Case(expected, part, false, path, change);
        }

        static Case request(Fault expected, Part part, String path, UnaryOperator<Passing> change) {
            return new Case(expected, part, true, path, change);
        }

        Examination examined() {
            try (var proxy = FaultyProxy.plain()) {
                if (isInRequests) {
                    proxy.changingRequests(path, change);
                } else {
                    proxy.changingAnswers(path, change);
                }
                return DOCTOR.examine(proxy.endpoint());
            }
        }

        @Override
        public String toString() {
            return expected + " at " + path;
        }
    }

    private static List<Case> cases() {
        return List.of(
                Case.answer(
                        POST_REDIRECTED,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.withStatus(308).with("Location", "https://www.example.com/mcp")),
                Case.answer(WRONG_HOST, Part.CHALLENGE, "/mcp", page(404)),
                Case.answer(WRONG_HOST, Part.CHALLENGE, "/mcp", page(421)),
                Case.answer(NOT_PROTECTED, Part.CHALLENGE, "/mcp", page(200)),
                Case.answer(BLOCKED, Part.CHALLENGE, "/mcp", page(403)),
                Case.answer(POST_NOT_ALLOWED, Part.CHALLENGE, "/mcp", page(405)),
                Case.answer(UPSTREAM_DOWN, Part.CHALLENGE, "/mcp", page(502)),
                Case.answer(UPSTREAM_DOWN, Part.TOKEN, "/oauth/token", page(504)),
                Case.answer(UNEXPECTED_STATUS, Part.CHALLENGE, "/mcp", page(500)),
                Case.answer(NO_CHALLENGE, Part.CHALLENGE, "/mcp", a -> a.without("WWW-Authenticate")),
                Case.answer(
                        CHALLENGE_OF_ANOTHER_SCHEME,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.with("WWW-Authenticate", "Basic realm=\"Staff only\"")),
                Case.answer(
                        CHALLENGE_WITHOUT_METADATA,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.replacing("resource_metadata=", "something_else=")),
                Case.answer(
                        FOREIGN_METADATA,
                        Part.CHALLENGE,
                        "/mcp",
                        a -> a.with("WWW-Authenticate", "Bearer resource_metadata=\"https://other.example/metadata\"")),
                Case.answer(WELL_KNOWN_MISSING, Part.RESOURCE_METADATA, RESOURCE_METADATA + "/mcp", page(404)),
                Case.answer(
                        WELL_KNOWN_MISSING,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.path().endsWith("/mcp") ? a : page(404).apply(a)),
                Case.answer(WELL_KNOWN_MISSING, Part.SERVER_METADATA, SERVER_METADATA, page(404)),
                Case.answer(WELL_KNOWN_MISSING, Part.SERVER_METADATA, OPENID, page(404)),
                Case.answer(
                        DOCUMENT_REDIRECTED,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.withStatus(301).with("Location", "/elsewhere")),
                Case.answer(HTML_INSTEAD_OF_JSON, Part.RESOURCE_METADATA, RESOURCE_METADATA, page(200)),
                Case.answer(HTML_INSTEAD_OF_JSON, Part.SERVER_METADATA, SERVER_METADATA, page(200)),
                Case.answer(HTML_INSTEAD_OF_JSON, Part.REGISTRATION, "/oauth/register", page(403)),
                Case.answer(HTML_INSTEAD_OF_JSON, Part.TOKEN, "/oauth/token", page(400)),
                Case.answer(NOT_JSON, Part.SERVER_METADATA, SERVER_METADATA, a -> a.withBody("[]")),
                Case.answer(NOT_JSON, Part.SERVER_METADATA, SERVER_METADATA, a -> a.withBody("{\"issuer\":")),
                Case.answer(TOO_LONG, Part.SERVER_METADATA, SERVER_METADATA, a -> a.withBody(" ".repeat(1 << 20))),
                Case.answer(
                        INVALID_MEMBER,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.withBody(
                                a.body().replaceAll("\"token_endpoint\":\"[^\"]*", "\"token_endpoint\":\"/token"))),
                Case.answer(
                        RESOURCE_MISMATCH,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.replacing("/mcp\"", "/MCP\"")),
                Case.answer(
                        RESOURCE_SLASH,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.replacing("/mcp\"", "/mcp/\"")),
                Case.answer(
                        NO_AUTHORIZATION_SERVER,
                        Part.RESOURCE_METADATA,
                        RESOURCE_METADATA,
                        a -> a.replacing("\"authorization_servers\"", "\"servers\"")),
                Case.answer(ISSUER_MISMATCH, Part.SERVER_METADATA, SERVER_METADATA, issuer("https://old.example")),
                Case.answer(
                        ISSUER_SLASH,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.withBody(a.body().replaceAll("\"issuer\":\"([^\"]*)\"", "\"issuer\":\"$1/\""))),
                Case.answer(NO_S256, Part.SERVER_METADATA, SERVER_METADATA, a -> a.replacing("\"S256\"", "\"plain\"")),
                Case.answer(
                        NO_PUBLIC_CLIENTS,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"none\"", "\"private_key_jwt\"")),
                Case.answer(
                        NO_CLIENT_DOCUMENTS,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"client_id_metadata_document_supported\":true", "\"none_of_them\":true")),
                Case.answer(
                        NO_ISS,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing(
                                "\"authorization_response_iss_parameter_supported\":true",
                                "\"authorization_response_iss_parameter_supported\":false")),
                Case.answer(
                        NO_REFRESH,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"refresh_token\"", "\"implicit\"")),
                Case.answer(
                        ENDPOINT_MISSING,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.replacing("\"registration_endpoint\"", "\"registration\"")),
                Case.answer(
                        FOREIGN_ENDPOINT,
                        Part.SERVER_METADATA,
                        SERVER_METADATA,
                        a -> a.withBody(a.body()
                                .replaceAll(
                                        "\"userinfo_endpoint\":\"[^\"]*",
                                        "\"userinfo_endpoint\":\"https://internal.example/userinfo"))),
                Case.answer(NO_KEYS, Part.KEYS, "/oauth/jwks", a -> a.withBody("{\"keys\": []}")),
                Case.answer(
                        PRIVATE_KEYS, Part.KEYS, "/oauth/jwks", a -> a.replacing("\"kid\"", "\"d\":\"AQ\",\"kid\"")),
                Case.answer(
                        REGISTRATION_LIMITED,
                        Part.REGISTRATION,
                        "/oauth/register",
                        a -> a.withStatus(429).with("Retry-After", "600")),
                Case.answer(
                        REGISTRATION_REFUSED,
                        Part.REGISTRATION,
                        "/oauth/register",
                        a -> a.withStatus(400).withBody("{\"error\": \"invalid_client_metadata\"}")),
                Case.answer(
                        REGISTRATION_CHANGED,
                        Part.REGISTRATION,
                        "/oauth/register",
                        a -> a.replacing("\"none\"", "\"client_secret_basic\"")),
                Case.request(
                        REDIRECT_REFUSED,
                        Part.AUTHORIZATION,
                        "/oauth/authorize",
                        r -> r.replacing("siac-connection-doctor", "cut")),
                Case.request(
                        AUTHORIZATION_ERROR,
                        Part.AUTHORIZATION,
                        "/oauth/authorize",
                        r -> r.withPath(r.path() + "&prompt=none")),
                Case.answer(
                        SIGN_IN_ELSEWHERE,
                        Part.AUTHORIZATION,
                        "/oauth/authorize",
                        a -> a.with("Location", "http://app-server-7.internal:8080/signin?return=%2F")),
                Case.answer(SIGN_IN_UNREACHABLE, Part.AUTHORIZATION, "/signin", page(404)),
                Case.answer(
                        TOKEN_CACHEABLE,
                        Part.TOKEN,
                        "/oauth/token",
                        a -> a.with("Cache-Control", "public, max-age=3600")),
                Case.answer(
                        CLIENT_FORGOTTEN,
                        Part.TOKEN,
                        "/oauth/token",
                        a -> a.withStatus(401).withBody("{\"error\": \"invalid_client\"}")),
                Case.request(TOKEN_ERROR, Part.TOKEN, "/oauth/token", r -> r.replacing("grant_type=", "grant-type=")),
                Case.answer(
                        CODE_NOT_CHECKED,
                        Part.TOKEN,
                        "/oauth/token",
                        a -> a.withStatus(200).withBody("{\"access_token\": \"for anybody\"}")),
                Case.request(AUTHORIZATION_STRIPPED, Part.CALL, "/mcp", r -> r.without("Authorization")),
                Case.answer(
                        TOKEN_NOT_CHECKED,
                        Part.CALL,
                        "/mcp",
                        a -> a.header("WWW-Authenticate").orElse("").contains("invalid_token")
                                ? a.withStatus(200).withBody("{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}")
                                : a),
                Case.answer(CORS_MISSING, Part.BROWSER, "/oauth/token", a -> a.without("Access-Control-Allow-Origin")),
                Case.request(
                        CLIENT_LEFT,
                        Part.CLEAN_UP,
                        "/oauth/register/",
                        r -> r.with("Authorization", "Bearer of nothing")));
    }

    private static UnaryOperator<Passing> page(int status) {
        return answer -> answer.withStatus(status)
                .withBody(HTML)
                .with("Content-Type", "text/html")
                .without("WWW-Authenticate");
    }

    private static UnaryOperator<Passing> issuer(String other) {
        return answer ->
                answer.withBody(answer.body().replaceAll("\"issuer\":\"[^\"]*\"", "\"issuer\":\"" + other + "\""));
    }

    @TestFactory
    Stream<DynamicTest> one_fault_of_a_proxy_is_found_first_and_at_its_part() {
        return cases().stream()
                .map(wrong -> dynamicTest(wrong.toString(), () -> {
                    var step = wrong.examined().steps().stream()
                            .filter(examined -> examined.part() != Part.ADDRESS)
                            .filter(examined -> !examined.findings().isEmpty())
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("nothing was found"));
                    assertThat(step.part()).isEqualTo(wrong.part());
                    assertThat(step.findings().get(0).fault()).isEqualTo(wrong.expected());
                }));
    }

    @Test
    void everything_the_doctor_knows_is_provoked_here() {
        var provoked = cases().stream().map(Case::expected).collect(toSet());
        provoked.addAll(WITHOUT_PROXY);
        assertThat(provoked).containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    void a_healthy_server_is_found_healthy_and_left_as_it_was() {
        var before = Database.value(LEFT);

        var examination = DOCTOR.examine(TestServer.resource().toString());

        assertThat(faults(examination)).containsExactly(LOCAL_ADDRESS);
        assertThat(examination.steps()).extracting(Step::part).containsExactly(Part.values());
        assertThat(examination.steps().subList(1, Part.values().length))
                .extracting(Step::outcome)
                .containsOnly(OK);
        assertThat(Database.value(LEFT)).as("clients left").isEqualTo(before);
    }

    @Test
    void a_proxy_that_does_everything_right_is_not_noticed() {
        try (var plain = FaultyProxy.plain();
                var encrypted = encrypted()) {
            assertThat(faults(DOCTOR.examine(plain.endpoint()))).containsExactly(LOCAL_ADDRESS);
            assertThat(faults(trusting().examine(encrypted.endpoint()))).containsExactly(LOCAL_ADDRESS);
        }
    }

    @Test
    void http_behind_an_encrypting_proxy_is_found_wherever_it_is_said_and_nothing_is_sent_there() {
        try (var proxy = encrypted()) {
            proxy.knownToTheServerAs(proxy.address().replace("https:", "http:"));

            var examination = trusting().examine(proxy.endpoint());

            assertThat(faults(examination)).containsOnly(LOCAL_ADDRESS, HTTP_BEHIND_PROXY);
            assertThat(findings(examination))
                    .filteredOn(finding -> finding.fault() == HTTP_BEHIND_PROXY)
                    .extracting(finding -> finding.values().get(0))
                    .containsExactlyInAnyOrder("resource_metadata", "resource", "authorization_servers");
            assertThat(step(examination, Part.REGISTRATION).isSkipped()).isTrue();
        }
    }

    @Test
    void http_endpoints_in_the_metadata_of_an_encrypted_server_are_each_named() {
        try (var proxy = encrypted()) {
            proxy.changingAnswers(
                    "/.well-known/o",
                    answer -> answer.path().contains("protected")
                            ? answer
                            : answer.replacing(
                                    "_endpoint\":\"" + proxy.address(),
                                    "_endpoint\":\"" + proxy.address().replace("https:", "http:")));

            var examination = trusting().examine(proxy.endpoint());

            assertThat(findings(examination))
                    .filteredOn(finding -> finding.fault() == HTTP_BEHIND_PROXY)
                    .extracting(finding -> finding.values().get(0))
                    .contains("authorization_endpoint", "token_endpoint", "registration_endpoint");
            assertThat(step(examination, Part.TOKEN).isSkipped()).isTrue();
        }
    }

    @Test
    void what_cannot_be_reached_is_told_apart_and_nothing_after_it_is_examined() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(reached("http://localhost:" + silent.getLocalPort() + "/mcp"))
                    .isEqualTo(TIMED_OUT);
        }
        assertThat(reached("https://no-such-host.invalid/mcp")).isEqualTo(UNKNOWN_HOST);
        assertThat(reached("http://localhost:1/mcp")).isEqualTo(CONNECTION_REFUSED);
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingRequests("/mcp", passing -> {
                throw new IllegalStateException("the proxy breaks down");
            });
            assertThat(reached(proxy.endpoint())).isEqualTo(BROKEN_CONNECTION);
        }
    }

    @Test
    void a_port_that_does_not_speak_tls_is_told_apart() throws IOException {
        try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var answering = CompletableFuture.runAsync(() -> answerInClear(plain));

            assertThat(reached("https://localhost:" + plain.getLocalPort() + "/mcp"))
                    .isEqualTo(TLS_FAILED);

            answering.join();
        }
    }

    private static void answerInClear(ServerSocket plain) {
        try (var caller = plain.accept()) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            caller.shutdownOutput();
            caller.getInputStream().readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Fault reached(String address) {
        var examination = DOCTOR.examine(address);
        assertThat(examination.steps().subList(2, Part.values().length)).allMatch(Step::isSkipped);
        return step(examination, Part.CHALLENGE).findings().get(0).fault();
    }

    @Test
    void a_certificate_is_judged_by_who_signed_it_its_name_and_its_time() {
        assertThat(certified(Certificate.ofLocalhost(folder), false)).isEqualTo(CERTIFICATE_UNTRUSTED);
        assertThat(certified(Certificate.in(folder, "-ext", "san=dns:other.example"), true))
                .isEqualTo(CERTIFICATE_OF_ANOTHER_HOST);
        assertThat(certified(
                        Certificate.in(folder, "-ext", "san=dns:localhost", "-startdate", "-9d", "-validity", "2"),
                        true))
                .isEqualTo(CERTIFICATE_EXPIRED);
    }

    private static Fault certified(Certificate certificate, boolean isTrusted) {
        var doctor = isTrusted ? new ConnectionDoctor(Clock.systemUTC(), certificate.context()) : DOCTOR;
        try (var proxy = FaultyProxy.encrypted(certificate.context())) {
            return step(doctor.examine(proxy.endpoint()), Part.CHALLENGE)
                    .findings()
                    .get(0)
                    .fault();
        }
    }

    @Test
    void what_is_no_address_of_the_web_is_not_asked() {
        for (var address :
                List.of("", "nonsense", "ftp://example.com/mcp", "https://", "https://user@example.com/", "//x")) {
            var examination = DOCTOR.examine(address);
            assertThat(faults(examination)).as(address).containsExactly(INVALID_ADDRESS);
            assertThat(examination.steps().subList(1, Part.values().length)).allMatch(Step::isSkipped);
        }
    }

    @Test
    void an_address_that_is_not_encrypted_is_a_problem_of_its_own() {
        assertThat(faults(DOCTOR.examine("http://no-such-host.invalid/mcp"))).containsExactly(PLAIN_HTTP, UNKNOWN_HOST);
    }

    @Test
    void clocks_may_differ_by_a_minute_and_no_more() {
        var address = TestServer.resource().toString();
        for (var skew : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            assertThat(faults(new ConnectionDoctor(Clock.offset(Clock.systemUTC(), skew)).examine(address)))
                    .containsExactly(LOCAL_ADDRESS, CLOCK_SKEW);
        }
        var within = new ConnectionDoctor(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(40)));
        assertThat(faults(within.examine(address))).containsExactly(LOCAL_ADDRESS);
    }

    @Test
    void with_a_persons_consent_a_real_token_is_issued_used_and_revoked() {
        var consent = new ConsentOf();

        var examination = DOCTOR.examine(TestServer.resource().toString(), consent);

        assertThat(faults(examination)).containsExactly(LOCAL_ADDRESS);
        assertThat(Database.value("select string_agg(type, ' ' order by id) from audit_event where client_id = '"
                        + consent.client() + "'"))
                .isEqualTo("CLIENT_REGISTERED CONSENT_GIVEN TOKENS_ISSUED GRANT_REVOKED CLIENT_DELETED");
    }

    @Test
    void a_token_that_is_refused_or_outlives_the_examination_is_found() {
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingRequests(
                    "/mcp", r -> r.headers().containsKey("authorization") ? r.with("Authorization", "Bearer x") : r);
            proxy.changingAnswers("/oauth/revoke", page(500));

            assertThat(faults(DOCTOR.examine(proxy.endpoint(), new ConsentOf())))
                    .containsExactly(LOCAL_ADDRESS, TOKEN_REFUSED, TOKEN_LEFT);
        }
    }

    @Test
    void what_a_stranger_says_neither_moves_a_terminals_cursor_nor_fills_it() {
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingAnswers(
                    SERVER_METADATA, issuer("https://evil.example/\\\\u001b[2J\\\\u202e" + "x".repeat(5000)));

            assertThat(findings(DOCTOR.examine(proxy.endpoint())))
                    .flatExtracting(Finding::values)
                    .allMatch(
                            value -> value.length() <= 201 && value.codePoints().noneMatch(Character::isISOControl))
                    .noneMatch(value -> value.contains("\u202e"));
        }
    }

    /** Of the author, given on the real pages. */
    private static final class ConsentOf implements Consent {

        private String client = "";

        @Override
        public Optional<Secret> codeFor(Asked asked) {
            client = asked.clientId();
            var request = new AuthorizationRequest(List.of(
                    Map.entry("response_type", "code"),
                    Map.entry("client_id", asked.clientId()),
                    Map.entry("redirect_uri", asked.redirectUri()),
                    Map.entry("scope", "openid"),
                    Map.entry("code_challenge", asked.codeChallenge()),
                    Map.entry("code_challenge_method", "S256")));
            return Optional.of(new Secret(request.allowedBy(AUTHOR)));
        }

        String client() {
            return client;
        }
    }

    private FaultyProxy encrypted() {
        return FaultyProxy.encrypted(Certificate.ofLocalhost(folder).context());
    }

    private ConnectionDoctor trusting() {
        return new ConnectionDoctor(
                Clock.systemUTC(), Certificate.ofLocalhost(folder).context());
    }

    private static List<Fault> faults(Examination examination) {
        return findings(examination).stream().map(Finding::fault).toList();
    }

    private static List<Finding> findings(Examination examination) {
        return examination.steps().stream()
                .flatMap(step -> step.findings().stream())
                .toList();
    }

    private static Step step(Examination examination, Part part) {
        return examination.steps().stream()
                .filter(step -> step.part() == part)
                .findFirst()
                .orElseThrow();
    }
}
