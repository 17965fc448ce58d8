package com.siacapp.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import com.siacapp.testkit.Forger;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Keys;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How one signing key follows another. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class KeyRotationIT {

    /** From the publication of a key to its first signature. */
    private static final Duration LEAD = Duration.ofMinutes(6);

    /** After it, nothing that a key signed can be alive. */
    private static final Duration OUTLIVED = Duration.ofHours(24).plusMinutes(5);

    private static final Duration ROTATION = Duration.ofDays(90);

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Nothing is due, and no key waits for its turn. */
    @BeforeEach
    void settle() {
        Keys.keepSchedule();
        Time.passes(LEAD);
        Keys.keepSchedule();
    }

    @Test
    void the_next_key_is_published_before_it_signs_and_the_last_goes_on_to_verify() {
        var client = OAuthClient.registered();
        var first = client.tokensFor(Person.AUTHOR);
        var publishedBefore = Keys.published();
        var tagBefore = Http.get("/oauth/jwks").header("ETag");
        Keys.rotate();
        assertThat(Keys.published()).containsAll(publishedBefore).hasSize(publishedBefore.size() + 2);
        assertThat(Http.get("/oauth/jwks").header("ETag")).isNotEqualTo(tagBefore);

        var second = Tokens.of(client.refresh(first.refresh()));
        assertThat(Keys.of(second.access()))
                .as("nobody can know the new key yet")
                .isEqualTo(Keys.of(first.access()));

        Time.passes(LEAD);
        var third = Tokens.of(client.refresh(second.refresh()));
        assertThat(publishedBefore).doesNotContain(Keys.of(third.access()));
        assertThat(third.areGood()).isTrue();
        assertThat(second.areGood()).as("the key before still verifies").isTrue();
    }

    @Test
    void id_tokens_are_signed_by_the_new_key_too() {
        var client = OAuthClient.registered();
        var before = client.tokensFor(Person.AUTHOR, "openid");
        Keys.rotate();
        Time.passes(LEAD);
        var after = client.tokensFor(Person.AUTHOR, "openid");
        assertThat(Keys.of(after.id())).isNotEqualTo(Keys.of(before.id()));
        assertThat(Keys.published()).contains(Keys.of(after.id()), Keys.of(before.id()));
    }

    @Test
    void a_key_is_retired_when_nothing_it_signed_can_be_alive_and_its_private_half_is_forgotten() {
        var old = Keys.of(OAuthClient.registered().tokensFor(Person.AUTHOR).access());
        Keys.rotate();
        Time.passes(LEAD.plus(OUTLIVED).minusMinutes(1));
        Keys.keepSchedule();
        assertThat(Keys.published()).contains(old);

        Time.passes(Duration.ofMinutes(1));
        Keys.keepSchedule();
        assertThat(Keys.published()).doesNotContain(old);
        assertThat(Database.value("select private_jwk from signing_key where id = '" + old + "'"))
                .isEqualTo("null");
        assertThat(recorded("KEY_RETIRED", old)).isEqualTo("on schedule");
    }

    @Test
    void keys_follow_each_other_on_schedule() {
        var client = OAuthClient.registered();
        var old = Keys.of(client.tokensFor(Person.AUTHOR).access());
        Time.passes(ROTATION);
        Keys.keepSchedule();
        var published = Keys.published();
        Keys.keepSchedule();
        assertThat(Keys.published()).as("once is enough").isEqualTo(published);
        Time.passes(LEAD);
        var next = Keys.of(client.tokensFor(Person.AUTHOR).access());
        assertThat(next).isNotEqualTo(old);
        assertThat(recorded("KEYS_ROTATED", next)).isEqualTo("on schedule");
    }

    @Test
    void a_compromised_key_and_all_that_it_signed_count_for_nothing_at_once() {
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(Person.AUTHOR);
        assertThat(tokens.areGood()).isTrue();
        var compromised = Keys.of(tokens.access());
        Keys.retire(compromised);
        assertThat(tokens.areGood()).isFalse();
        assertThat(Keys.published()).doesNotContain(compromised);
        assertThat(recorded("KEY_RETIRED", compromised)).isEqualTo("on command");

        var next = Tokens.of(client.refresh(tokens.refresh()));
        assertThat(Keys.of(next.access())).isNotEqualTo(compromised);
        assertThat(next.areGood()).isTrue();
    }

    @Test
    void a_key_of_another_node_counts_as_soon_as_it_is_met() {
        var good = OAuthClient.registered().tokensFor(Person.AUTHOR);
        var key = Keys.addedByAnotherNode();
        var token = Forger.startingFrom(good).signedBy(key);
        var met = Mcp.with(token).ping();
        Keys.retiredByAnotherNode(key.getKeyID());
        assertThat(met.status()).isEqualTo(200);

        var patience = Instant.now().plus(SOON);
        while (Mcp.with(token).ping().status() == 200) {
            assertThat(Instant.now()).as("the key is forgotten soon").isBefore(patience);
        }
        assertThat(Keys.published()).doesNotContain(key.getKeyID());
    }

    @Test
    void of_sixteen_operators_who_rotate_at_once_one_does() throws Exception {
        var before = Keys.published();
        Race.of(Keys::rotate);
        assertThat(Keys.published()).containsAll(before).hasSize(before.size() + 2);
    }

    @Test
    void nobody_who_refreshes_and_calls_notices_that_keys_rotate() throws Exception {
        var load = RotationLoad.start();
        try {
            for (var i = 0; i < RotationLoad.ROTATIONS; i++) {
                Keys.rotate();
                load.awaitARoundOfEach();
                Time.passes(LEAD);
                load.awaitARoundOfEach();
            }
        } finally {
            load.stop();
        }
        assertThat(load.failures()).isEmpty();
        assertThat(load.keysSeen()).hasSizeGreaterThan(RotationLoad.ROTATIONS);
    }

    private static String recorded(String type, String keyId) {
        return Database.value(
                "select detail from audit_event where type = '%s' and subject_id = '%s'".formatted(type, keyId));
    }
}
