package com.siacapp.guides;

import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever runs it on their own computer and does what the guides say gets there. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TrialGuidesIT {

    static List<Page> guides() {
        return Page.guides().stream()
                .filter(guide -> !ProductionGuidesIT.isForOperators(guide)
                        && !guide.run("sh").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void what_a_guide_says_works(Page guide) throws IOException, InterruptedException {
        var names = List.of(
                Map.entry("http://localhost:8080", TestServer.address().toString()),
                Map.entry("http://localhost:9990", "http://localhost:" + System.getProperty("siac.management.port")));
        new Terminal(inspector(), names).with(serviceAccount()).follow(guide);
    }

    private static Map<String, String> serviceAccount() {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        return Map.of("CLIENT_ID", account.clientId(), "CLIENT_SECRET", account.secret());
    }

    /** It prints where to sign in also if no person sits there, and keeps what it gets in a file. */
    private static Map<String, String> inspector() throws IOException {
        return Map.of(
                "MCP_AUTO_OPEN_ENABLED",
                "true",
                "MCP_OAUTH_CALLBACK_URL",
                "http://127.0.0.1:" + TestServer.freePort() + "/oauth/callback",
                "MCP_INSPECTOR_SECRET_STORE",
                "file");
    }
}
