package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.LauncherProcess.Ended;
import com.siacapp.testkit.TestServer;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connection doctor at the terminal. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DoctorCommandIT {

    @Test
    void a_server_that_clients_can_use_ends_with_zero() {
        var ended = doctor(TestServer.resource().toString(), "--language=en");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains(TestServer.resource().toString(), "fine           A code for a token")
                .contains("Everything a client needs works")
                .doesNotContain("problem ", "not examined");
    }

    @Test
    void a_server_that_clients_cannot_use_ends_with_one_and_says_why_and_what_to_do() {
        var ended = doctor(TestServer.resource() + "/", "--language=en");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains("problem        Metadata", "Use the address without the slash at the end");
    }

    @Test
    void it_speaks_spanish_too() {
        var ended = doctor("http://no-such-host.invalid/mcp", "--language=es");

        assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).contains("El nombre no-such-host.invalid", "Hay 2 problemas", "sin examinar");
    }

    @Test
    void without_an_address_it_says_how_it_is_used() {
        for (var arguments : new String[][] {{}, {"--language=en"}, {"https://a.example/mcp", "--language=fr"}}) {
            var ended = doctor(arguments);

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.output()).contains("Usage: siac doctor", "--language");
        }
    }

    private static Ended doctor(String... arguments) {
        var all = Stream.concat(Stream.of("doctor"), Stream.of(arguments)).toArray(String[]::new);
        return LauncherProcess.command(Map.of(), all);
    }
}
