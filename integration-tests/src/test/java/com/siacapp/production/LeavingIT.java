package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that is told to end takes nothing new, and finishes what it is at. */
@ExtendWith(InProduction.class)
class LeavingIT {

    private static final URI HEALTH = URI.create(Production.SITE.issuer() + "/health");

    private static final String FORM = "grant_type=client_credentials&client_id=nobody&client_secret=nothing";

    private final Production production;

    LeavingIT(Production production) {
        this.production = production;
    }

    @Test
    void a_request_under_way_is_answered_and_a_new_one_is_sent_elsewhere() throws IOException {
        try (var leaving = production.on(Database.another());
                var client = connect(leaving.server().address())) {
            var answers = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            send(client, head());
            assertThat(answers.readLine()).as("its body is asked for").isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answers.readLine()).isEmpty();

            var ended = CompletableFuture.supplyAsync(leaving.server()::stop);
            Production.until(() -> leaving.visited(() -> Http.visit(HEALTH)).status() == 503);
            send(client, FORM);

            assertThat(answers.readLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
            assertThat(answers.lines()).last().asString().contains("invalid_client");
            assertThat(ended.join().output()).doesNotContain("\"level\":\"ERROR\"");
        }
    }

    /** Whoever says so waits to be asked for the body: then the server is at the request. */
    private static String head() {
        return String.join(
                "\r\n",
                "POST /oauth/token HTTP/1.1",
                "Host: localhost",
                "X-Forwarded-Host: " + Production.SITE.issuer().getHost(),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + FORM.length(),
                "Expect: 100-continue",
                "Connection: close",
                "",
                "");
    }

    private static Socket connect(URI server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
