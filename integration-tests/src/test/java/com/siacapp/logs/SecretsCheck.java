package com.siacapp.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.ServerLog;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/**
 * After all tests: no token, code, password or key that any of them saw is in any log of any server. Its name keeps it out
 * of every other run; the module's pom runs it in a whole build, which has the one secret that shows that this would be
 * seen.
 */
class SecretsCheck {

    @Test
    void no_secret_is_in_any_log_but_the_one_that_is_planted_there() {
        var secrets = Secrets.all();
        assertThat(secrets).hasSizeGreaterThan(1000);
        var grep = new Grep(secrets);
        var found = new HashSet<String>();
        ServerLog.files().forEach(file -> found.addAll(grep.in(file)));

        assertThat(found).isNotEmpty().allMatch(secret -> secret.startsWith(Secrets.PLANTED));
    }
}
