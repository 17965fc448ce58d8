package com.siacapp.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.Metrics;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.SpanCollector;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of requests to the authorization server and its pages: their ids, lines, numbers and spans. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthorizationServerObservabilityIT {

    private static final String DURATION = "http_server_request_duration_seconds_count";

    @Test
    void a_request_is_one_line_of_the_log_under_the_id_its_client_has() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        var seen = Seen.of(() -> client.refresh(tokens.refresh()));
        var fresh = Tokens.of(seen.answer());
        assertThat(seen.line())
                .matches("method=POST route=/oauth/token status=200 ms=[0-9]+\\.[0-9] client=" + client.id()
                        + " trace=[0-9a-f]{32}");
        assertThat(seen.log())
                .doesNotContain(tokens.refresh())
                .doesNotContain(fresh.refresh())
                .doesNotContain(fresh.access());
    }

    @Test
    void the_line_of_a_page_names_the_person_by_their_id_alone() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var seen = Seen.of(() -> browser.open("/account"));
        assertThat(seen.line()).matches("method=GET route=/account status=200 ms=\\S+ user=[0-9a-f-]{36} trace=\\S+");
        assertThat(seen.log()).doesNotContain(Person.AUTHOR.email());
    }

    @Test
    void a_program_finds_the_id_of_its_refused_request_in_header_and_body_and_the_operator_in_the_log() {
        var client = OAuthClient.registered();
        var seen = Seen.of(() -> client.refresh("nobodys-token"));
        assertThat(seen.answer().json().path("log_id").asText()).isEqualTo(seen.id());
        assertThat(seen.log()).contains("Refused with invalid_grant (" + seen.id() + ")");
        assertThat(seen.line()).contains("route=/oauth/token status=400 error=invalid_grant ");
    }

    @Test
    void a_person_quotes_the_id_that_header_and_log_have() {
        var request = OAuthClient.known("nobodys-client", "").authorizationRequest();
        var seen = Seen.of(() ->
                Http.send(request.address(), "GET", BodyPublishers.noBody(), r -> r.header("Accept", "text/html")));
        assertThat(seen.answer().page().select(".reference code").text()).isEqualTo(seen.id());
        assertThat(seen.log()).contains("Authorization request not answered (" + seen.id() + ")");
        assertThat(seen.line()).contains("route=/oauth/authorize status=400 error=unknown_client ");
    }

    @Test
    void what_is_refused_before_it_has_a_route_has_an_id_and_a_line_too() {
        var malformed = Seen.of(() ->
                Http.send("/oauth/jwks", "GET", BodyPublishers.noBody(), request -> request.header("Accept", "x")));
        assertThat(malformed.line()).startsWith("method=GET route=none status=400 error=invalid_request ");
        var wrongType = Seen.of(() -> Http.postJson("/oauth/token", "{}"));
        assertThat(wrongType.line()).startsWith("method=POST route=none status=415 error=invalid_request ");
    }

    @Test
    void no_value_of_a_path_or_query_is_in_the_log() {
        var link = Link.passwordReset(Person.AUTHOR.email());
        var opened = Seen.of(() -> new Browser().open(link.path()));
        assertThat(opened.line()).startsWith("method=GET route=/link status=200 ");
        assertThat(opened.log()).doesNotContain(link.secret());
        var registration = Registration.of(metadata -> {});
        var read = Seen.of(registration::read);
        assertThat(read.line())
                .startsWith("method=GET route=/oauth/register/{client_id} status=200 ")
                .contains(" client=" + registration.id());
        assertThat(read.log()).doesNotContain(registration.token());
        var hinted = OAuthClient.registered().authorizationRequest().with("login_hint", "s3cr3t@example.com");
        var asked = Seen.of(() -> hinted.openedBy(new Browser()));
        assertThat(asked.line()).startsWith("method=GET route=/oauth/authorize status=303 ");
        assertThat(asked.log()).doesNotContain("s3cr3t").doesNotContain(OAuthClient.STATE.substring(0, 7));
    }

    @Test
    void probes_and_assets_have_an_id_and_no_line_and_no_span() {
        var trace = SpanCollector.newTrace();
        var log = ServerLog.until(() -> {
            assertThat(traced(trace, "/health").header("X-Request-Id")).hasSize(36);
            assertThat(traced(trace, "/assets/site.css").header("X-Request-Id")).hasSize(36);
            return traced(trace, "/signin");
        });
        assertThat(log).doesNotContain("route=/health").doesNotContain("route=/assets");
        SpanCollector.await(trace, "GET /signin");
        assertThat(SpanCollector.of(trace)).hasSize(1);
    }

    @Test
    void the_trace_of_a_request_goes_on_in_one_span_that_names_the_route_and_nothing_of_the_query() {
        var trace = SpanCollector.newTrace();
        var request = OAuthClient.registered().authorizationRequest().with("login_hint", "s3cr3t@example.com");
        var seen = Seen.of(() -> traced(trace, request.address()));
        assertThat(seen.line()).endsWith(" trace=" + trace);
        var span = SpanCollector.await(trace, "GET /oauth/authorize");
        assertThat(span.parentSpanId()).isEqualTo(SpanCollector.PARENT);
        assertThat(span.attribute("http.request.method")).isEqualTo("GET");
        assertThat(span.attribute("http.route")).isEqualTo("/oauth/authorize");
        assertThat(span.attribute("http.response.status_code")).isEqualTo("303");
        assertThat(SpanCollector.of(trace)).hasSize(1);
        assertThat(span.toString()).doesNotContain("s3cr3t").doesNotContain("code_challenge");
    }

    @Test
    void requests_are_counted_and_timed_by_route_status_and_error() {
        var client = OAuthClient.registered();
        var refused = new String[] {
            "http_request_method=\"POST\"",
            "http_route=\"/oauth/token\"",
            "http_response_status_code=\"400\"",
            "error_type=\"invalid_grant\""
        };
        var before = Metrics.sum(DURATION, refused);
        Seen.of(() -> client.refresh("nobodys-token"));
        assertThat(Metrics.sum(DURATION, refused)).isEqualTo(before + 1);
        assertThat(Metrics.sum("http_server_request_within_total", with(refused, "le=\"+Inf\"")))
                .isEqualTo(before + 1);
    }

    @Test
    void sign_ins_tokens_and_replays_are_counted_by_their_kind() {
        var ok = rise("siac_sign_ins_total", "outcome=\"ok\"", () -> Browser.signedInAs(Person.AUTHOR));
        assertThat(ok).isEqualTo(1);
        var failed = rise(
                "siac_sign_ins_total",
                "outcome=\"failed\"",
                () -> new Browser().signIn("nobody-counts@demo.siac.test", "wrong"));
        assertThat(failed).isEqualTo(1);
        var client = OAuthClient.registered();
        var first = new Tokens[1];
        var issued = rise(
                "siac_tokens_issued_total",
                "grant_type=\"authorization_code\"",
                () -> first[0] = client.tokensFor(Person.AUTHOR));
        assertThat(issued).isEqualTo(1);
        var refreshed = rise(
                "siac_tokens_issued_total", "grant_type=\"refresh_token\"", () -> client.refresh(first[0].refresh()));
        assertThat(refreshed).isEqualTo(1);
        Settings.with("SIAC_REFRESH_TOKEN_GRACE", "PT0S", () -> {
            var replayed = rise(
                    "siac_replays_total",
                    "what=\"refresh_token_replayed\"",
                    () -> assertThat(client.refresh(first[0].refresh()).error()).isEqualTo("invalid_grant"));
            assertThat(replayed).isEqualTo(1);
        });
    }

    /** Or the first event of a kind would be no rise to who watches. */
    @Test
    void kinds_of_which_there_was_none_are_counted_as_none() {
        assertThat(Metrics.has("siac_replays_total", "what=\"code_replayed\"")).isTrue();
        assertThat(Metrics.has("siac_tokens_issued_total", "grant_type=\"jwt_bearer\""))
                .isTrue();
        assertThat(Metrics.has("siac_sign_ins_total", "outcome=\"refused\"")).isTrue();
    }

    private static double rise(String name, String label, Runnable work) {
        var before = Metrics.sum(name, label);
        work.run();
        return Metrics.sum(name, label) - before;
    }

    private static String[] with(String[] labels, String another) {
        var all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = another;
        return all;
    }

    private static Answer traced(String trace, String path) {
        return Http.send(
                path,
                "GET",
                BodyPublishers.noBody(),
                request -> request.header("traceparent", SpanCollector.traceparent(trace)));
    }

    /** A request's answer, and what the log has of it. */
    private record Seen(Answer answer, String log) {

        static Seen of(Supplier<Answer> request) {
            var answer = new Answer[1];
            var log = ServerLog.until(() -> answer[0] = request.get());
            return new Seen(answer[0], log);
        }

        String id() {
            return answer.header("X-Request-Id");
        }

        /** Its only line, from behind the id. */
        String line() {
            assertThat(id()).hasSize(36);
            var lines = log.lines()
                    .filter(line -> line.contains("request=" + id() + " "))
                    .toList();
            assertThat(lines).hasSize(1);
            return lines.get(0).replaceAll(".*request=\\S+ ", "");
        }
    }
}
