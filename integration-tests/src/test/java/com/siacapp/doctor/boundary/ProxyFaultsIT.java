package com.siacapp.doctor.boundary;

import static com.siacapp.doctor.entity.Fault.BROKEN_CONNECTION;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_EXPIRED;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_OF_ANOTHER_HOST;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_UNTRUSTED;
import static com.siacapp.doctor.entity.Fault.CLOCK_SKEW;
import static com.siacapp.doctor.entity.Fault.CONNECTION_REFUSED;
import static com.siacapp.doctor.entity.Fault.HTTP_BEHIND_PROXY;
import static com.siacapp.doctor.entity.Fault.INVALID_ADDRESS;
import static com.siacapp.doctor.entity.Fault.LOCAL_ADDRESS;
import static com.siacapp.doctor.entity.Fault.MCP_HEADERS_STRIPPED;
import static com.siacapp.doctor.entity.Fault.PLAIN_HTTP;
import static com.siacapp.doctor.entity.Fault.TIMED_OUT;
import static com.siacapp.doctor.entity.Fault.TLS_FAILED;
import static com.siacapp.doctor.entity.Fault.TOKEN_LEFT;
import static com.siacapp.doctor.entity.Fault.TOKEN_REFUSED;
import static com.siacapp.doctor.entity.Fault.UNKNOWN_HOST;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Part;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real server behind a proxy that does one thing wrong, and what the doctor says. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ProxyFaultsIT {

    /** Those that other tests provoke, without a proxy or with a person. */
    private static final Set<Fault> WITHOUT_PROXY = EnumSet.of(
            INVALID_ADDRESS,
            PLAIN_HTTP,
            LOCAL_ADDRESS,
            UNKNOWN_HOST,
            CONNECTION_REFUSED,
            TIMED_OUT,
            BROKEN_CONNECTION,
            CERTIFICATE_EXPIRED,
            CERTIFICATE_OF_ANOTHER_HOST,
            CERTIFICATE_UNTRUSTED,
            TLS_FAILED,
            HTTP_BEHIND_PROXY,
            CLOCK_SKEW,
            TOKEN_REFUSED,
            TOKEN_LEFT,
            MCP_HEADERS_STRIPPED);

    @TestFactory
    Stream<DynamicTest> one_fault_of_a_proxy_is_found_first_and_at_its_part() {
        return ProxyFaults.all()
                .map(wrong -> dynamicTest(wrong.toString(), () -> {
                    var step = wrong.examined().steps().stream()
                            .filter(examined -> examined.part() != Part.ADDRESS)
                            .filter(examined -> !examined.findings().isEmpty())
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("nothing was found"));
                    assertThat(step.part()).isEqualTo(wrong.part());
                    assertThat(step.findings().get(0).fault()).isEqualTo(wrong.expected());
                }));
    }

    @Test
    void everything_the_doctor_knows_is_provoked_here() {
        var provoked = ProxyFaults.all().map(ProxyFault::expected).collect(toSet());
        provoked.addAll(WITHOUT_PROXY);
        assertThat(provoked).containsExactlyInAnyOrder(Fault.values());
    }
}
