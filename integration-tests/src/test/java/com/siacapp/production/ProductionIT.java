package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.connector.Story;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody comes by https and by name, and gets there; nobody else gets anything. */
@ExtendWith(InProduction.class)
class ProductionIT {

    private final Production production;

    ProductionIT(Production production) {
        this.production = production;
    }

    @ParameterizedTest
    @CsvSource({"sdk-1, en", "client-2, es"})
    void a_client_finds_it_registers_connects_calls_and_refreshes(String client, String language) {
        var told = Story.of(client)
                .in(language)
                .tell(
                        Production.SITE.resource().toString(),
                        Production.SITE.issuer().toString(),
                        production.world());

        assertThat(told.tools()).contains("siac_validate_template");
        assertThat(told.refreshTokenRotated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://auth.siac.test/, 200",
        "https://auth.siac.test/signin, 200",
        "https://auth.siac.test/oauth/jwks, 200",
        "https://auth.siac.test/.well-known/oauth-authorization-server, 200",
        "https://auth.siac.test/.well-known/openid-configuration, 200",
        "https://auth.siac.test/.well-known/oauth-protected-resource, 404",
        "https://auth.siac.test/.well-known/oauth-protected-resource/mcp, 404",
        "https://auth.siac.test/mcp, 404",
        "https://auth.siac.test/wildfly-services, 404",
        "https://auth.siac.test/wildfly-services/txn/v1/ut/begin, 404",
        "https://api.siac.test/.well-known/oauth-protected-resource, 200",
        "https://api.siac.test/.well-known/oauth-protected-resource/mcp, 200",
        "https://api.siac.test/mcp, 401",
        "https://api.siac.test/, 404",
        "https://api.siac.test/signin, 404",
        "https://api.siac.test/oauth/jwks, 404",
        "https://api.siac.test/.well-known/oauth-authorization-server, 404",
    })
    void each_path_is_on_its_own_host_only_and_tells_browsers_to_use_https(URI address, int status) {
        var answer = get(address);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @ParameterizedTest
    @CsvSource({"/account", "/admin", "/device?user_code=BCDF-GHJK"})
    void nobody_is_sent_out_of_https(String path) {
        assertThat(get(URI.create("https://auth.siac.test" + path)).header("Location"))
                .startsWith("https://auth.siac.test/signin");
    }

    @Test
    void cookies_are_for_https_and_for_this_host_alone() {
        var browser = new Browser();
        production.visited(() -> browser.signIn(Production.FOUNDER, Link.GOOD_PASSWORD));

        assertThat(browser.cookies().keySet()).isNotEmpty().allMatch(name -> name.startsWith("__Host-"));
        assertThat(production
                        .visited(() -> new Browser().open("/signin"))
                        .response()
                        .headers()
                        .allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
    }

    @Test
    void who_is_no_proxy_of_ours_cannot_say_for_which_host_a_request_is() throws IOException {
        var request = String.join(
                "\r\n",
                "GET /oauth/jwks HTTP/1.1",
                "Host: localhost",
                "X-Forwarded-Host: auth.siac.test",
                "Connection: close",
                "",
                "");

        assertThat(answerTo("127.0.0.1", request)).startsWith("HTTP/1.1 200");
        assertThat(answerTo("127.0.8.1", request)).startsWith("HTTP/1.1 404");
    }

    @Test
    void every_line_of_the_log_is_json_with_the_id_of_the_request() throws IOException {
        var id = get(URI.create("https://auth.siac.test/oauth/jwks")).header("X-Request-Id");
        var json = new ObjectMapper();
        var lines = production
                .server()
                .await(id)
                .lines()
                .filter(line -> line.startsWith("{"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(10);
        for (var line : lines) {
            assertThat(json.readTree(line).path("timestamp").asText()).isNotEmpty();
        }
        assertThat(lines)
                .anySatisfy(line -> assertThat(
                                json.readTree(line).path("mdc").path("request").asText())
                        .isEqualTo(id));
    }

    @Test
    void health_is_public_as_yes_or_no_and_in_detail_for_operators() {
        assertThat(get(URI.create("https://api.siac.test/health")).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Http.visit(production.server().management().resolve("/health/ready"))
                        .body())
                .contains("\"database\"", "\"signing keys\"")
                .doesNotContain("DOWN");
        assertThat(Http.visit(production.server().management().resolve("/health/started"))
                        .body())
                .contains("\"application\"");
        assertThat(Http.visit(production.server().management().resolve("/health/live"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_node_without_its_database_is_not_ready_and_is_well_as_soon_as_it_is_back() {
        var client = production.visited(OAuthClient::registered);
        var name = production.settings().get("SIAC_DB_URL").replaceFirst("^.*/([^?]+).*$", "$1");
        Database.execute("alter database " + name + " allow_connections false");
        var connections = " from pg_stat_activity where datname = '" + name + "'";
        Database.execute("select pg_terminate_backend(pid)" + connections);
        Database.until("select count(*)" + connections, "0");
        try {
            Production.until(
                    () -> get(URI.create("https://api.siac.test/health")).status() == 503);
            var ready = Http.visit(production.server().management().resolve("/health/ready"));
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().path("checks"))
                    .anySatisfy(check -> assertThat(check.path("name").asText()
                                    + check.path("status").asText())
                            .isEqualTo("databaseDOWN"));
        } finally {
            Database.execute("alter database " + name + " allow_connections true");
        }
        Production.until(() -> get(URI.create("https://api.siac.test/health")).status() == 200);
        // Whichever connection of the pool is used.
        Production.until(() -> IntStream.range(0, 20)
                .map(time -> production.visited(() -> client.refresh("nothing")).status())
                .allMatch(status -> status == 400));
    }

    @Test
    void without_a_proxy_the_server_ends_tls_itself_and_speaks_http_2() throws Exception {
        var client = HttpClient.newBuilder()
                .sslContext(production.authority().trusted())
                .proxy(production.client().proxy().orElseThrow())
                .build();
        var address = URI.create("https://auth.siac.test:8443/health");
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @Test
    void tls_1_2_and_1_3_are_spoken_and_nothing_older() throws IOException {
        try (var socket = connect("TLSv1.3")) {
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        assertThat(new ClientHello(0x0303).isAccepted(production.https())).isTrue();
        assertThat(new ClientHello(0x0302).isAccepted(production.https())).isFalse();
        assertThat(new ClientHello(0x0301).isAccepted(production.https())).isFalse();
    }

    @Test
    void a_renewed_certificate_is_presented_without_a_restart_and_a_broken_file_is_not() throws Exception {
        var before = presented();
        production.renewCertificate("30");
        var after = presented();
        Files.writeString(production.certificate(), "-----BEGIN CERTIFICATE-----\nhalf written");

        assertThat(after.getSerialNumber()).isNotEqualTo(before.getSerialNumber());
        assertThat(presented()).isEqualTo(after);
    }

    private X509Certificate presented() throws IOException {
        try (var socket = connect("TLSv1.3")) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** With no session of before to take up: those would not ask for the certificate again. */
    private SSLSocket connect(String version) throws IOException {
        var socket = (SSLSocket) production
                .authority()
                .trusted()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), production.https());
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    private Answer get(URI address) {
        return production.visited(() -> Http.visit(address));
    }

    /** What a computer of that address is answered at the server's own port. */
    private String answerTo(String from, String request) throws IOException {
        var port = production.server().address().getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
