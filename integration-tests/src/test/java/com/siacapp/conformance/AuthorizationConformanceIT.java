package com.siacapp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The official MCP conformance suite has nothing to say against us as an authorization server, not even a warning. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthorizationConformanceIT {

    @TempDir(factory = BelowTarget.class)
    private static Path results;

    @Test
    void the_official_suite_passes_without_a_warning() throws Exception {
        var port = TestServer.freePort();
        var redirectUri = "http://127.0.0.1:" + port + "/callback";
        var client = OAuthClient.registered(
                metadata -> metadata.putArray("redirect_uris").add(redirectUri));
        try (var suite = AuthorizationSuite.start(client.id(), port, results)) {
            var person = Browser.signedInAs(Person.AUTHOR);
            var answer = person.submit(person.open(suite.authorizeAddress()), Map.of("decision", "allow"));
            assertThat(answer.redirectsTo(redirectUri)).as(answer.toString()).isTrue();
            assertThat(Http.visit(answer.location().orElseThrow()).status()).isEqualTo(200);

            var checks = suite.checks();
            assertThat(checks)
                    .as(suite.toString())
                    .allSatisfy(check ->
                            assertThat(check.status()).as(check.toString()).isEqualTo("SUCCESS"));
            assertThat(checks)
                    .extracting(Check::id)
                    .as("what the suite checked")
                    .contains("authorization-server-metadata", "authorization-code-grant");
        }
    }
}
