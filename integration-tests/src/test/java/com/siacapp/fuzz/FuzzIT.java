package com.siacapp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.fixture.ChangingTools.Seen;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever a client sends, it is answered in time with JSON-RPC, no answer is a fault of ours, and the server is afterwards
 * as it was before. {@code -Dsiac.scale.fuzz} says how many mutants it takes.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FuzzIT {

    private static final int MUTANTS = Integer.getInteger("siac.scale.fuzz", 10_000);

    /** So that what is made once, such as classes and pools, is there before the first look. */
    private static final int WARM_UP = 3_000;

    @ArquillianResource
    ManagementClient server;

    @Test
    void mutants_are_answered_in_time_without_a_fault_and_leave_nothing_behind() throws Exception {
        var bombardment = new Bombardment();
        assertThat(bombardment.with(1, WARM_UP)).isEmpty();
        bombardment.streams().until(Seen::isAtRest);
        var before = Vitals.of(server);

        assertThat(bombardment.with(1_000_000, MUTANTS)).isEmpty();

        bombardment.streams().until(seen -> seen.isAtRest() && seen.threads() <= before.threads());
        var after = Vitals.of(server);
        assertThat((double) after.heap()).as("heap, %s before", before).isLessThanOrEqualTo(before.heap() * 1.1);
    }
}
