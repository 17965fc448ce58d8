package com.siacapp.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Http;
import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.ServerLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A secret in the log, as a careless line would bring it there; that no other is there is {@link SecretsCheck}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PlantedSecretIT {

    @Test
    void a_secret_that_is_logged_is_seen() {
        var secret = Secrets.seen(Secrets.PLANTED + UUID.randomUUID());
        ServerLog.during(
                () -> Http.postForm("/in-container/careless", List.of(Map.entry("token", secret)), request -> request));

        assertThat(ServerLog.files())
                .anySatisfy(file -> assertThat(new Grep(Secrets.all()).in(file)).contains(secret));
    }
}
