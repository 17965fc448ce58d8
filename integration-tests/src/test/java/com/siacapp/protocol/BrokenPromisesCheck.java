package com.siacapp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.fixture.BrokenTools;
import com.siacapp.testkit.ServerLog;
import org.junit.jupiter.api.Test;

/**
 * After all tests: no tool broke its own schema in any of them. Its name keeps it out of every other run; the module's pom
 * runs it in a whole build, which has the one broken promise that shows that this would be seen.
 */
class BrokenPromisesCheck {

    @Test
    void no_tool_broke_its_own_schema_but_the_one_that_is_there_for_it() {
        assertThat(ServerLog.whole())
                .filteredOn(ServerLog::isBrokenPromise)
                .isNotEmpty()
                .allMatch(line -> line.contains("The tool " + BrokenTools.NAME + " broke"));
    }
}
