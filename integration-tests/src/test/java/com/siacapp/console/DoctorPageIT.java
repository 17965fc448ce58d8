package com.siacapp.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connection doctor as the installation's operator uses it. Who else may not is in {@link ConsoleAccessIT}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DoctorPageIT {

    @Test
    void the_operator_finds_the_configured_address_in_the_form_and_the_section_in_the_navigation() {
        var page = operator().administration().open("doctor").page();
        assertThat(page.select("#address").attr("value"))
                .isEqualTo(TestServer.resource().toString());
        assertThat(page.select("nav.sections a[aria-current=page]").attr("href"))
                .isEqualTo("/admin/doctor");
        assertThat(Company.added()
                        .administrator()
                        .administration()
                        .open("people")
                        .page()
                        .select("nav.sections a[href=/admin/doctor]"))
                .isEmpty();
    }

    @Test
    void a_healthy_installation_is_examined_with_a_real_token_of_the_operators() {
        var operator = operator();

        var answer = examine(operator.administration(), TestServer.resource().toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(outcomes(answer)).hasSize(11).startsWith("note");
        // The second step compares clocks, and other tests move the server's.
        assertThat(outcomes(answer).subList(2, 11)).containsOnly("fine");
        assertThat(Database.value("select string_agg(type, ' ' order by id) from audit_event where user_id = '"
                        + operator.id() + "'"))
                .endsWith("CONNECTION_EXAMINED CONSENT_GIVEN TOKENS_ISSUED GRANT_REVOKED");
        assertThat(Database.value("select count(*) from oauth_grant where user_id = '" + operator.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void what_is_wrong_is_said_with_its_remedy_in_the_readers_language() {
        var administration = operator().administration();
        administration.browser().open("/admin/doctor?lang=es");

        var answer = examine(administration, "http://no-such-host.invalid/mcp");

        assertThat(answer.page().select("main").text())
                .contains(
                        "El nombre no-such-host.invalid no tiene dirección en el DNS.",
                        "Cómo corregirlo:",
                        "Hay 2 problemas");
    }

    @Test
    void a_clock_that_is_wrong_is_found() {
        Time.passes(Duration.ofMinutes(2));

        var answer = examine(operator().administration(), TestServer.resource().toString());

        assertThat(outcomes(answer).get(1)).isEqualTo("problem");
        assertThat(answer.page().select(".examined").text()).contains("time synchronisation (NTP)");
    }

    @Test
    void what_was_typed_is_shown_as_text() {
        var answer = examine(operator().administration(), "\"><script>alert(1)</script>");

        assertThat(answer.page().select("script")).isEmpty();
        assertThat(answer.page().select(".examined").text()).contains("<script>alert(1)</script>");
    }

    /** It says that it is us, and waits for a token. */
    @Test
    void a_foreign_server_that_names_us_as_its_authorization_server_gets_no_token_of_ours() throws IOException {
        var authorizations = new CopyOnWriteArrayList<String>();
        var foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var address = "http://localhost:" + foreign.getAddress().getPort() + "/mcp";
        foreign.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestHeaders()
                        .getOrDefault("Authorization", List.of())
                        .forEach(authorizations::add);
                var isMetadata = exchange.getRequestURI().getPath().startsWith("/.well-known/");
                var body = "{\"resource\": \"%s\", \"authorization_servers\": [\"%s\"]}"
                        .formatted(address, TestServer.address())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                exchange.sendResponseHeaders(isMetadata ? 200 : 401, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        foreign.start();
        var operator = operator();
        try {
            examine(operator.administration(), address);
        } finally {
            foreign.stop(0);
        }

        assertThat(authorizations).hasSize(1);
        assertThat(authorizations.get(0)).as("no JWT").doesNotContain(".").startsWith("Bearer ");
        assertThat(Database.value("select count(*) from oauth_grant where user_id = '" + operator.id() + "'"))
                .isEqualTo("0");
    }

    private static Staff operator() {
        return Company.founded().administrator();
    }

    private static Answer examine(Administration administration, String address) {
        return administration.fill("doctor", "doctor", Map.of("address", address));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.page().select(".examined .tag").eachText();
    }
}
