package com.siacapp.token;

import static com.siacapp.signals.entity.Audience.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.HeardSignals;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.OtherNode;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who a token stands for is read once a second at most, and yet nobody calls with what is over. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CallersIT {

    private static final int OFTEN = 25;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private static final String KILL_LISTENERS =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'siac-signals'";

    private final OAuthClient client = OAuthClient.registered();
    private final Tokens tokens = client.tokensFor(Person.AUTHOR);

    @Test
    void the_very_next_request_on_the_node_that_revoked_is_refused() {
        for (var i = 0; i < OFTEN; i++) {
            var inUse = client.tokensFor(Person.AUTHOR);
            assertThat(inUse.areGood()).isTrue();
            client.revoke(inUse.refresh());
            assertThat(inUse.areGood()).isFalse();
        }
    }

    @Test
    void what_another_node_revokes_is_dead_here_once_that_is_heard() {
        var here = HeardSignals.fromNow();
        var afterwards = Signal.resourceUpdated(EVERYBODY, "test:" + UUID.randomUUID());
        assertThat(tokens.areGood()).isTrue();
        try (var elsewhere = new OtherNode()) {
            endSilently();
            elsewhere.says(Signal.grantEnded(Audience.client(client.id())));
            elsewhere.says(afterwards);
            here.until(afterwards);
            assertThat(tokens.areGood()).isFalse();
        }
    }

    @Test
    void what_nobody_told_of_is_believed_for_a_moment_only() {
        assertThat(tokens.areGood()).isTrue();
        endSilently();
        var patience = System.nanoTime() + A_WHILE.toNanos();
        while (tokens.areGood()) {
            assertThat(System.nanoTime()).as("a token of a grant that is over").isLessThan(patience);
        }
    }

    @Test
    void a_node_that_hears_nothing_asks_the_database_each_time() {
        for (var i = 0; i < OFTEN / 5; i++) {
            var here = HeardSignals.fromNow();
            var inUse = client.tokensFor(Person.AUTHOR);
            Database.value(KILL_LISTENERS);
            var patience = System.nanoTime() + A_WHILE.toNanos();
            while (HeardSignals.isListening()) {
                assertThat(System.nanoTime()).as("the node does not notice").isLessThan(patience);
            }
            assertThat(inUse.areGood()).isTrue();
            endSilently();
            assertThat(inUse.areGood()).isFalse();
            here.until(Signal.MISSED);
        }
    }

    @Test
    void the_very_next_request_has_the_new_role() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        var theirs = person.tokens(client);
        assertThat(roleOf(theirs)).isEqualTo("AUTHOR");
        var page = "people/" + person.id();
        for (var role : new String[] {"VIEWER", "AUTHOR", "VIEWER"}) {
            company.administrator().administration().fill(page, page, Map.of("role", role));
            assertThat(roleOf(theirs)).isEqualTo(role);
        }
    }

    private static String roleOf(Tokens tokens) {
        return Mcp.with(tokens.access())
                .result("siac_get_user_info", Map.of())
                .path("structuredContent")
                .path("role")
                .asText();
    }

    /** As another node does it, whose word does not come through. */
    private void endSilently() {
        Database.change("update oauth_grant set revoked_at = now(), revocation_reason = 'BY_CLIENT'"
                + " where revoked_at is null and client_id = '" + client.id() + "'");
    }
}
