package com.siacapp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.fixture.BrokenTools;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServerLog;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A result that breaks its own schema; that no tool of ours has one is {@link BrokenPromisesCheck}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BrokenPromisesIT {

    @Test
    void a_result_that_breaks_its_own_schema_is_an_error_of_ours_and_in_the_log() {
        var client = Mcp.as(Person.AUTHOR);
        var log = ServerLog.during(() -> client.call(BrokenTools.NAME).expectError(-32603));
        assertThat(log.lines()).filteredOn(ServerLog::isBrokenPromise).hasSize(1);
    }
}
