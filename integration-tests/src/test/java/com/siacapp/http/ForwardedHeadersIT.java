package com.siacapp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a request came from, as the audit log and the limits have it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ForwardedHeadersIT {

    /** In the block of {@code SIAC_TRUSTED_PROXIES}. */
    private static final Elsewhere PROXY = Elsewhere.at("127.0.9.1");

    private static final Elsewhere STRANGER = Elsewhere.at("127.0.8.1");

    @Test
    void our_proxys_word_is_taken() {
        assertThat(originOf(PROXY, "198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void what_the_sender_claimed_to_the_proxy_is_not() {
        assertThat(originOf(PROXY, "10.0.0.1, 203.0.113.1", "198.51.100.8, 127.0.9.2"))
                .isEqualTo("198.51.100.8");
    }

    @Test
    void a_strangers_word_is_not_taken() {
        assertThat(originOf(STRANGER, "198.51.100.9")).isEqualTo("127.0.8.1");
    }

    private static String originOf(Elsewhere sender, String... forwardedFor) {
        var registered = sender.does(() -> Http.send(
                "/oauth/register", "POST", BodyPublishers.ofString(OAuthClient.metadata(metadata -> {})), request -> {
                    request.header("Content-Type", "application/json");
                    for (var header : forwardedFor) {
                        request.header("X-Forwarded-For", header);
                    }
                    return request;
                }));
        return Database.value("select address from audit_event where client_id = '"
                + registered.json().path("client_id").asText() + "'");
    }
}
