package com.siacapp.console;

import static com.siacapp.testkit.Administration.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Keys;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator and the keys that sign tokens. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class KeysPageIT {

    private static final Duration LEAD = Duration.ofMinutes(6);

    /** No key waits for its turn. */
    @BeforeEach
    void settle() {
        Time.passes(LEAD);
    }

    @Test
    void an_operator_sees_what_each_key_is_and_what_a_rotation_makes_of_it() {
        var operator = operator();
        var before = Keys.of(OAuthClient.registered().tokensFor(Person.AUTHOR).access());
        assertThat(state(operator, before)).isEqualTo("signs");
        assertThat(operator.open("keys").page().select("h2").eachText())
                .containsExactly("ES256: access tokens", "RS256: ID tokens");

        assertThat(notice(operator.confirm("keys/rotate"))).isEqualTo("KEYS_ROTATED");
        var page = operator.open("keys").page();
        assertThat(page.select("section:has(#ES256) .tag").eachText()).startsWith("next", "signs");
        assertThat(page.select("section:has(#RS256) .tag").eachText()).startsWith("next", "signs");
        assertThat(page.select("a[href=/admin/keys/rotate]")).isEmpty();
        var next = page.selectFirst("section:has(#ES256) tbody code").text();
        assertThat(Keys.published()).contains(next);

        Time.passes(LEAD);
        var later = operator();
        assertThat(state(later, next)).isEqualTo("signs");
        assertThat(state(later, before)).isEqualTo("only verifies");
        assertThat(later.rows("audit?log=installation&type=KEYS_ROTATED")).contains(next, "on command");
    }

    @Test
    void while_the_next_keys_wait_another_rotation_does_nothing_and_says_so() {
        var operator = operator();
        operator.confirm("keys/rotate");
        var published = Keys.published();
        assertThat(notice(operator.confirm("keys/rotate"))).isEqualTo("KEYS_WAIT");
        assertThat(Keys.published()).isEqualTo(published);
    }

    @Test
    void a_key_that_an_operator_retires_counts_for_nothing_at_once_and_cannot_be_retired_twice() {
        var operator = operator();
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);
        var key = Keys.of(tokens.access());
        var path = "keys/retire?key=" + key;
        assertThat(notice(operator.confirm(path))).isEqualTo("KEY_RETIRED");
        assertThat(tokens.areGood()).isFalse();
        assertThat(Keys.published()).doesNotContain(key);
        assertThat(state(operator, key)).isEqualTo("retired");
        assertThat(operator.rows("audit?log=installation&type=KEY_RETIRED")).contains(key, "on command");
        assertThat(operator.open(path).status()).isEqualTo(404);
        assertThat(operator.post(path, operator.csrf("keys/rotate"), List.of()).status())
                .isEqualTo(404);
        assertThat(operator.open("keys/retire?key=%00").status()).isEqualTo(404);
    }

    @Test
    void the_boundary_itself_refuses_whoever_is_no_operator_and_a_refusal_is_no_error_of_the_servers() {
        var company = Company.added();
        var published = Keys.published();
        var key = published.iterator().next();
        for (var person : List.of(
                company.administrator().id(), company.hire("AUTHOR").id(), "00000000-0000-4000-8000-00000000ffff")) {
            var log = ServerLog.during(() -> {
                assertThat(Keys.rotatedBy(person).status()).isEqualTo(403);
                assertThat(Keys.retiredBy(person, key).status()).isEqualTo(403);
                assertThat(Keys.readBy(person).status()).isEqualTo(403);
            });
            assertThat(log).doesNotContain("KeyRotation", "NotPermittedException");
        }
        assertThat(Keys.published()).isEqualTo(published);
    }

    @Test
    void an_operator_whose_account_was_closed_commands_nothing() {
        var operator = Company.founded().administrator().id();
        Database.execute("update app_user set disabled_at = now() where id = '" + operator + "'");
        assertThat(Keys.rotatedBy(operator).status()).isEqualTo(403);
    }

    private static Administration operator() {
        return Company.founded().administrator().administration();
    }

    private static String state(Administration operator, String key) {
        return operator.open("keys")
                .page()
                .select("tr:has(code:containsOwn(" + key + ")) .tag")
                .text();
    }
}
