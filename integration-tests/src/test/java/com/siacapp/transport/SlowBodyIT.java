package com.siacapp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.RawPost;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token is looked at before the body comes: a body that comes late is heard with what its sender may do by then. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SlowBodyIT {

    private final OAuthClient client = OAuthClient.registered();
    private final Tokens tokens = client.tokensFor(Person.AUTHOR);

    @Test
    void who_is_disconnected_while_the_body_comes_is_refused_when_it_is_there() {
        try (var post = unfinished()) {
            client.revoke(tokens.refresh());
            Time.passes(Duration.ofSeconds(2));
            post.finish();
            assertThat(post.readTo("invalid_token")).contains(" 401 ", "WWW-Authenticate: Bearer");
        }
    }

    @Test
    void who_still_may_is_heard() {
        try (var post = unfinished()) {
            Time.passes(Duration.ofSeconds(2));
            post.finish();
            assertThat(post.readTo("tools")).contains(" 200 ");
        }
    }

    @Test
    void a_body_that_does_not_come_in_time_is_408() {
        try (var post = unfinished()) {
            Time.passes(Duration.ofSeconds(21));
            post.finish();
            assertThat(post.readTo("too long")).contains(" 408 ");
        }
    }

    private RawPost unfinished() {
        return RawPost.unfinished(Mcp.with(tokens.access()), Mcp.message("tools/list", Map.of()));
    }
}
