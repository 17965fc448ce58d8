package com.siacapp.doctor.boundary;

import static com.siacapp.doctor.entity.Fault.BROKEN_CONNECTION;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_EXPIRED;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_OF_ANOTHER_HOST;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_UNTRUSTED;
import static com.siacapp.doctor.entity.Fault.CONNECTION_REFUSED;
import static com.siacapp.doctor.entity.Fault.INVALID_ADDRESS;
import static com.siacapp.doctor.entity.Fault.PLAIN_HTTP;
import static com.siacapp.doctor.entity.Fault.TIMED_OUT;
import static com.siacapp.doctor.entity.Fault.TLS_FAILED;
import static com.siacapp.doctor.entity.Fault.UNKNOWN_HOST;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Part;
import com.siacapp.doctor.entity.Step;
import com.siacapp.launcher.BelowTarget;
import com.siacapp.testkit.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of addresses that lead to no server, or to one that cannot be trusted. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class UnreachableServerIT {

    private static final ConnectionDoctor DOCTOR = new ConnectionDoctor(Clock.systemUTC());

    @TempDir(factory = BelowTarget.class)
    private Path folder;

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
        var examination = Examined.by(DOCTOR, address);
        assertThat(examination.steps().subList(2, Part.values().length)).allMatch(Step::isSkipped);
        return examination.step(Part.CHALLENGE).findings().get(0).fault();
    }

    @Test
    void a_certificate_is_judged_by_who_signed_it_its_name_and_its_time() {
        assertThat(certified(Authority.in(folder).certify("-ext", "san=dns:localhost"), false))
                .isEqualTo(CERTIFICATE_UNTRUSTED);
        assertThat(certified(Authority.in(folder).certify("-ext", "san=dns:other.example"), true))
                .isEqualTo(CERTIFICATE_OF_ANOTHER_HOST);
        assertThat(certified(
                        Authority.in(folder)
                                .certify("-ext", "san=dns:localhost", "-startdate", "-9d", "-validity", "2"),
                        true))
                .isEqualTo(CERTIFICATE_EXPIRED);
    }

    private static Fault certified(Authority.Certificate certificate, boolean isTrusted) {
        var doctor = isTrusted ? new ConnectionDoctor(Clock.systemUTC(), certificate.context()) : DOCTOR;
        try (var proxy = FaultyProxy.encrypted(certificate.context())) {
            return Examined.by(doctor, proxy.endpoint())
                    .step(Part.CHALLENGE)
                    .findings()
                    .get(0)
                    .fault();
        }
    }

    @Test
    void what_is_no_address_of_the_web_is_not_asked() {
        for (var address :
                List.of("", "nonsense", "ftp://example.com/mcp", "https://", "https://user@example.com/", "//x")) {
            var examination = Examined.by(DOCTOR, address);
            assertThat(examination.faults()).as(address).containsExactly(INVALID_ADDRESS);
            assertThat(examination.steps().subList(1, Part.values().length)).allMatch(Step::isSkipped);
        }
    }

    @Test
    void an_address_that_is_not_encrypted_is_a_problem_of_its_own() {
        assertThat(Examined.by(DOCTOR, "http://no-such-host.invalid/mcp").faults())
                .containsExactly(PLAIN_HTTP, UNKNOWN_HOST);
    }
}
