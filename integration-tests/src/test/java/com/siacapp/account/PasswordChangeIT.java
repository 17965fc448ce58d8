package com.siacapp.account;

import static com.siacapp.testkit.Link.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing one's own password. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PasswordChangeIT {

    private static final String NEW_PASSWORD = "tres tigres azules cantan";

    @Test
    void a_new_password_needs_the_current_one_and_ends_every_other_session() {
        var person = Staff.ofTheDemoCompany();
        var here = person.browser();
        var there = person.browser();
        var wrong = new Account(here).changePassword("not it", NEW_PASSWORD);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(there.isSignedIn()).isTrue();
        var answer = new Account(here).changePassword(GOOD_PASSWORD, NEW_PASSWORD);
        assertThat(answer.redirectsTo(Account.PATH)).as(answer.toString()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
        assertThat(here.isSignedIn()).isTrue();
        assertThat(new Browser().signIn(person.email(), GOOD_PASSWORD).status()).isEqualTo(401);
        assertThat(new Browser().signIn(person.email(), NEW_PASSWORD).status()).isEqualTo(303);
        assertThat(new Account(here).text()).contains("You changed your password.");
    }

    @Test
    void a_new_password_disconnects_the_apps_if_the_person_wishes() {
        var here = Staff.ofTheDemoCompany().browser();
        var tokens = OAuthClient.registered().tokensFor(here);
        new Account(here).changePassword(GOOD_PASSWORD, NEW_PASSWORD);
        assertThat(tokens.areGood()).isTrue();
        new Account(here).changePassword(NEW_PASSWORD, GOOD_PASSWORD, "disconnect-apps");
        assertThat(tokens.areGood()).isFalse();
        assertThat(new Account(here).apps()).isEmpty();
    }

    @Test
    void who_found_a_browser_signed_in_guesses_the_current_password_as_slowly_as_at_the_sign_in() {
        var person = Staff.ofTheDemoCompany();
        var here = person.browser();
        var wrong = new AtomicInteger();
        var wait = failUntilTheWaitIsLong(() -> {
            var answer = new Account(here).changePassword("wrong", NEW_PASSWORD);
            if (answer.status() == 422) {
                wrong.incrementAndGet();
            }
            return answer;
        });
        var refused = new Account(here).changePassword(GOOD_PASSWORD, NEW_PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.page().selectFirst("[role=alert]").text()).contains("Please wait");
        assertThat(signedOut(here).signIn(person.email(), GOOD_PASSWORD).status())
                .isEqualTo(429);
        assertThat(new Browser().signIn(person.email(), GOOD_PASSWORD).status()).isEqualTo(303);
        Time.passes(Duration.ofSeconds(wait));
        assertThat(new Account(here).changePassword(GOOD_PASSWORD, NEW_PASSWORD).redirectsTo(Account.PATH))
                .isTrue();
        assertThat(Database.value("select count(*) from audit_event where type = 'PASSWORD_CHANGE_FAILED'"
                        + " and user_id = '" + person.id() + "'"))
                .isEqualTo(wrong.toString());
    }

    @Test
    void guesses_at_the_sign_in_make_the_change_of_a_password_wait_too() {
        var person = Staff.ofTheDemoCompany();
        var here = person.browser();
        failUntilTheWaitIsLong(() -> signedOut(here).signIn(person.email(), "wrong"));
        assertThat(new Account(here).changePassword(GOOD_PASSWORD, NEW_PASSWORD).status())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "passwordpassword", "Iris-demo-café-1"})
    void a_password_that_would_be_guessed_is_refused(String password) {
        var person = Staff.ofTheDemoCompany();
        assertThat(new Account(person.browser())
                        .changePassword(GOOD_PASSWORD, password)
                        .status())
                .isEqualTo(422);
        assertThat(person.browser().isSignedIn()).isTrue();
    }

    @Test
    void a_password_is_taken_exactly_as_typed_and_may_have_128_characters() {
        var person = Staff.ofTheDemoCompany();
        var password = "  Ünïcode 密码 & spaces ".repeat(6).substring(0, 127) + " ";
        new Account(person.browser()).changePassword(GOOD_PASSWORD, password);
        assertThat(new Browser().signIn(person.email(), password).status()).isEqualTo(303);
        assertThat(new Browser().signIn(person.email(), password.strip()).status())
                .isEqualTo(401);
        assertThat(new Browser()
                        .signIn(person.email(), password.substring(0, 100))
                        .status())
                .isEqualTo(401);
    }

    /** The same browser, as far as the server knows it again. */
    private static Browser signedOut(Browser browser) {
        return new Browser().withCookie("siac-known-browser", browser.cookie("siac-known-browser"));
    }

    /** Fails again and again, waiting as long as asked, until no test is so slow that the wait would be over. */
    private static long failUntilTheWaitIsLong(Supplier<Answer> failure) {
        while (true) {
            var answer = failure.get();
            if (answer.status() == 429) {
                var wait = Long.parseLong(answer.header("Retry-After"));
                if (wait > 100) {
                    return wait;
                }
                Time.passes(Duration.ofSeconds(wait));
            }
        }
    }
}
