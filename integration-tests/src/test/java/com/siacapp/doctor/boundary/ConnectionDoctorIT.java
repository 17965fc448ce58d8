package com.siacapp.doctor.boundary;

import static com.siacapp.doctor.entity.Fault.CLOCK_SKEW;
import static com.siacapp.doctor.entity.Fault.HTTP_BEHIND_PROXY;
import static com.siacapp.doctor.entity.Fault.LOCAL_ADDRESS;
import static com.siacapp.doctor.entity.Fault.MCP_HEADERS_STRIPPED;
import static com.siacapp.doctor.entity.Fault.TOKEN_LEFT;
import static com.siacapp.doctor.entity.Fault.TOKEN_REFUSED;
import static com.siacapp.doctor.entity.Outcome.OK;
import static com.siacapp.testkit.Person.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.doctor.control.Consent;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.Step;
import com.siacapp.keys.entity.Secret;
import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.Authority;
import com.siacapp.testkit.AuthorizationRequest;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A healthy server as the doctor finds it, with and without a person, and behind proxies that encrypt. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConnectionDoctorIT {

    private static final String LEFT = "select count(*) from client where name = 'SIAC connection doctor'";

    private static final ConnectionDoctor DOCTOR = new ConnectionDoctor(Clock.systemUTC());

    @TempDir(factory = BelowTarget.class)
    private Path folder;

    @Test
    void a_healthy_server_is_found_healthy_and_left_as_it_was() {
        var before = Database.value(LEFT);

        var examination = Examined.by(DOCTOR, TestServer.resource().toString());

        assertThat(examination.faults()).containsExactly(LOCAL_ADDRESS);
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
            assertThat(Examined.by(DOCTOR, plain.endpoint()).faults()).containsExactly(LOCAL_ADDRESS);
            assertThat(Examined.by(trusting(), encrypted.endpoint()).faults()).containsExactly(LOCAL_ADDRESS);
        }
    }

    @Test
    void http_behind_an_encrypting_proxy_is_found_wherever_it_is_said_and_nothing_is_sent_there() {
        try (var proxy = encrypted()) {
            proxy.knownToTheServerAs(proxy.address().replace("https:", "http:"));

            var examination = Examined.by(trusting(), proxy.endpoint());

            assertThat(examination.faults()).containsOnly(LOCAL_ADDRESS, HTTP_BEHIND_PROXY);
            assertThat(examination.findings())
                    .filteredOn(finding -> finding.fault() == HTTP_BEHIND_PROXY)
                    .extracting(finding -> finding.values().get(0))
                    .containsExactlyInAnyOrder("resource_metadata", "resource", "authorization_servers");
            assertThat(examination.step(Part.REGISTRATION).isSkipped()).isTrue();
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

            var examination = Examined.by(trusting(), proxy.endpoint());

            assertThat(examination.findings())
                    .filteredOn(finding -> finding.fault() == HTTP_BEHIND_PROXY)
                    .extracting(finding -> finding.values().get(0))
                    .contains("authorization_endpoint", "token_endpoint", "registration_endpoint");
            assertThat(examination.step(Part.TOKEN).isSkipped()).isTrue();
        }
    }

    @Test
    void clocks_may_differ_by_a_minute_and_no_more() {
        var address = TestServer.resource().toString();
        for (var skew : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            assertThat(Examined.by(new ConnectionDoctor(Clock.offset(Clock.systemUTC(), skew)), address)
                            .faults())
                    .containsExactly(LOCAL_ADDRESS, CLOCK_SKEW);
        }
        var within = new ConnectionDoctor(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(40)));
        assertThat(Examined.by(within, address).faults()).containsExactly(LOCAL_ADDRESS);
    }

    @Test
    void with_a_persons_consent_a_real_token_is_issued_used_and_revoked() {
        var consent = new ConsentOf();

        var examination = Examined.by(DOCTOR, TestServer.resource().toString(), consent);

        assertThat(examination.faults()).containsExactly(LOCAL_ADDRESS);
        assertThat(Database.value("select string_agg(type, ' ' order by id) from audit_event where client_id = '"
                        + consent.client() + "'"))
                .isEqualTo("CLIENT_REGISTERED CONSENT_GIVEN TOKENS_ISSUED GRANT_REVOKED CLIENT_DELETED");
    }

    @Test
    void a_token_that_is_refused_or_outlives_the_examination_is_found() {
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingRequests(
                    "/mcp", r -> r.headers().containsKey("authorization") ? r.with("Authorization", "Bearer x") : r);
            proxy.changingAnswers("/oauth/revoke", ProxyFault.page(500));

            assertThat(Examined.by(DOCTOR, proxy.endpoint(), new ConsentOf()).faults())
                    .containsExactly(LOCAL_ADDRESS, TOKEN_REFUSED, TOKEN_LEFT);
        }
    }

    @Test
    void a_proxy_that_drops_a_header_of_the_newest_version_of_the_protocol_is_found() {
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingRequests("/mcp", request -> request.without("Mcp-Method"));

            assertThat(Examined.by(DOCTOR, proxy.endpoint(), new ConsentOf()).faults())
                    .containsExactly(LOCAL_ADDRESS, MCP_HEADERS_STRIPPED);
        }
    }

    @Test
    void a_server_that_speaks_older_versions_only_is_healthy() {
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingAnswers(
                    "/mcp",
                    answer -> answer.body().contains("supportedVersions")
                            ? answer.withStatus(400).withBody("Unsupported protocol version")
                            : answer);

            assertThat(Examined.by(DOCTOR, proxy.endpoint(), new ConsentOf()).faults())
                    .containsExactly(LOCAL_ADDRESS);
        }
    }

    @Test
    void what_a_stranger_says_neither_moves_a_terminals_cursor_nor_fills_it() {
        try (var proxy = FaultyProxy.plain()) {
            proxy.changingAnswers(
                    ProxyFaults.SERVER_METADATA,
                    ProxyFault.issuer("https://evil.example/\\\\u001b[2J\\\\u202e" + "x".repeat(5000)));

            assertThat(Examined.by(DOCTOR, proxy.endpoint()).findings())
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
        return FaultyProxy.encrypted(
                Authority.in(folder).certify("-ext", "san=dns:localhost").context());
    }

    private ConnectionDoctor trusting() {
        return new ConnectionDoctor(
                Clock.systemUTC(),
                Authority.in(folder).certify("-ext", "san=dns:localhost").context());
    }
}
