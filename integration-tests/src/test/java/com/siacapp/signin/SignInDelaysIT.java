package com.siacapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guessing passwords is slow, and nobody is kept from their account by another's guesses (ASVS 6.1.1, 6.3.1, 6.3.8). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SignInDelaysIT {

    private static final long LONGEST = 300;
    private static final int SIXTEEN = 16;
    private static final int FREE = 5;

    /** What other tests failed at is forgotten: no account is under attack. */
    @BeforeEach
    void an_hour_passes() {
        Time.passes(Duration.ofHours(1));
    }

    @Test
    void the_first_failures_cost_nothing_and_each_later_one_makes_the_next_try_wait_longer() {
        var guesser = Elsewhere.at("127.0.1.1");
        IntStream.range(0, 5)
                .forEach(any -> assertThat(
                                guesser.does(() -> guess(Person.VIEWER.email())).status())
                        .isEqualTo(401));
        var waits = new ArrayList<Long>();
        while (waits.size() < 10) {
            waits.add(failAndWait(guesser, Person.VIEWER.email()));
        }
        assertThat(waits).isSorted();
        assertThat(waits.get(0)).isLessThanOrEqualTo(16);
        assertThat(waits.get(9)).isBetween(LONGEST - 10, LONGEST);
    }

    @Test
    void while_one_waits_not_even_the_right_password_helps_and_afterwards_it_forgives_all() {
        var forgetful = Elsewhere.at("127.0.1.2");
        waitLongAt(forgetful, Person.VIEWER.email());
        var refused = forgetful.does(() -> new Browser().signIn(Person.VIEWER.email(), Person.VIEWER.password()));
        assertThat(refused.status()).isEqualTo(429);
        Time.passes(Duration.ofSeconds(wait(refused)));
        assertThat(signIn(forgetful, Person.VIEWER).status()).isEqualTo(303);
        IntStream.range(0, 5)
                .forEach(any -> assertThat(forgetful
                                .does(() -> guess(Person.VIEWER.email()))
                                .status())
                        .isEqualTo(401));
        Time.passes(Duration.ofMinutes(5));
        assertThat(signIn(forgetful, Person.VIEWER).status()).isEqualTo(303);
    }

    @Test
    void tries_refused_while_one_waits_prolong_nothing() {
        var impatient = Elsewhere.at("127.0.1.3");
        var wait = waitLongAt(impatient, Person.VIEWER.email());
        IntStream.range(0, 10).forEach(any -> impatient.does(() -> guess(Person.VIEWER.email())));
        Time.passes(Duration.ofSeconds(wait));
        assertThat(signIn(impatient, Person.VIEWER).status()).isEqualTo(303);
    }

    @Test
    void a_burst_of_guesses_is_worth_no_more_than_one() throws Exception {
        var guesser = Elsewhere.at("127.0.1.4");
        Time.passes(Duration.ofSeconds(waitLongAt(guesser, Person.VIEWER.email())));
        var answers = Race.of(SIXTEEN, () -> guesser.does(() -> guess(Person.VIEWER.email())));
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(answers.size() - 1);
    }

    @Test
    void somebody_unknown_is_treated_like_everybody_else() {
        var guesser = Elsewhere.at("127.0.1.5");
        for (var email : List.of(Person.AUTHOR.email(), "nobody@demo.siac.test")) {
            fail(FREE + 6, guesser, email);
            assertThat(wait(guesser.does(() -> guess(email)))).isBetween(65L, 128L);
        }
    }

    @Test
    void sixteen_sign_in_at_once_while_an_attacker_fails_on_the_same_account() throws Exception {
        var attacker = Elsewhere.at("127.0.1.6");
        var over = new AtomicBoolean();
        var attack = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                attacker.does(() -> guess(Person.AUTHOR.email()));
            }
        });
        try {
            waitLongAt(Elsewhere.at("127.0.1.7"), Person.AUTHOR.email());
            var answers = Race.of(SIXTEEN, () -> new Browser().signIn(Person.AUTHOR.email(), Person.AUTHOR.password()));
            assertThat(answers)
                    .hasSize(SIXTEEN)
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        } finally {
            over.set(true);
            attack.join();
        }
    }

    @Test
    void a_browser_its_owner_signed_in_with_before_does_not_wait_for_a_guesser_on_the_same_network() {
        var office = Elsewhere.at("127.0.1.8");
        var owners = office.does(() -> Browser.signedInAs(Person.AUTHOR));
        waitLongAt(office, Person.AUTHOR.email());
        assertThat(signIn(office, Person.AUTHOR).status()).isEqualTo(429);
        assertThat(office.does(() -> owners.signIn(Person.AUTHOR.email(), Person.AUTHOR.password()))
                        .status())
                .isEqualTo(303);
    }

    @TestFactory
    Stream<DynamicTest> what_does_not_prove_that_a_browser_is_known() {
        var office = Elsewhere.at("127.0.1.9");
        var ofAnother = office.does(() -> Browser.signedInAs(Person.VIEWER)).cookie("siac-known-browser");
        var own = office.does(() -> Browser.signedInAs(Person.AUTHOR)).cookie("siac-known-browser");
        waitLongAt(office, Person.AUTHOR.email());
        return Stream.of(ofAnother, own.substring(1), own + "x", "x" + own.substring(own.indexOf('.')), ".", "x", "")
                .map(forged -> DynamicTest.dynamicTest("[" + forged + "]", () -> {
                    var browser = new Browser().withCookie("siac-known-browser", forged);
                    assertThat(office.does(() -> browser.signIn(Person.AUTHOR.email(), Person.AUTHOR.password()))
                                    .status())
                            .isEqualTo(429);
                }));
    }

    @Test
    void a_known_browser_that_guesses_waits_too() {
        var proof = Browser.signedInAs(Person.VIEWER).cookie("siac-known-browser");
        var waited = 0L;
        while (waited < 100) {
            var answer = new Browser().withCookie("siac-known-browser", proof).signIn(Person.VIEWER.email(), "wrong");
            if (answer.status() == 429) {
                waited = wait(answer);
                Time.passes(Duration.ofSeconds(waited));
            }
        }
        assertThat(new Browser()
                        .signIn(Person.VIEWER.email(), Person.VIEWER.password())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void under_an_attack_from_everywhere_a_network_has_one_try_and_the_owner_needs_no_more() {
        for (var network = 1; network <= 10; network++) {
            fail(FREE, Elsewhere.at("127.0.2." + network), Person.ADMIN.email());
        }
        var newcomer = Elsewhere.at("127.0.2.11");
        fail(FREE, newcomer, Person.ADMIN.email());
        // After five failures of which four cost something; without the attack the fifth would be the first to cost.
        assertThat(wait(newcomer.does(() -> guess(Person.ADMIN.email())))).isBetween(17L, 32L);
        assertThat(signIn(Elsewhere.at("127.0.2.12"), Person.ADMIN).status()).isEqualTo(303);
    }

    @Test
    void a_network_that_fails_on_many_accounts_waits_for_minutes_at_most() {
        var stuffer = Elsewhere.at("127.0.1.10");
        var known = stuffer.does(() -> Browser.signedInAs(Person.AUTHOR));
        for (var person = 0; person < 30; person++) {
            var email = "person" + person + "@demo.siac.test";
            assertThat(stuffer.does(() -> guess(email)).status()).isEqualTo(401);
        }
        var refused = signIn(stuffer, Person.AUTHOR);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(wait(refused)).isBetween(1L, LONGEST);
        assertThat(stuffer.does(() -> known.signIn(Person.AUTHOR.email(), Person.AUTHOR.password()))
                        .status())
                .isEqualTo(303);
        Time.passes(Duration.ofSeconds(wait(refused)));
        assertThat(signIn(stuffer, Person.AUTHOR).status()).isEqualTo(303);
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_email_is_like_one_nobody_has() {
        return Stream.of("", " ", "@", "a\0b", "a\nb@c", "%", "'", "İ@x", "\uD83D\uDE00@x", "x".repeat(300), "a@b@c")
                .map(email -> DynamicTest.dynamicTest(
                        "[" + email.substring(0, Math.min(20, email.length())) + "]",
                        () -> assertThat(guess(email).status()).isEqualTo(401)));
    }

    @Test
    void the_page_says_in_the_persons_language_how_long_to_wait_and_that_nothing_is_locked() {
        var guesser = Elsewhere.at("127.0.1.11");
        waitLongAt(guesser, Person.VIEWER.email());
        var browser = new Browser();
        guesser.does(() -> browser.open("/signin?lang=es"));
        var page = guesser.does(() -> browser.signIn(Person.VIEWER.email(), "wrong"));
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.page().selectFirst("[role=alert]").text())
                .contains("Espera")
                .contains("no está bloqueada");
        assertThat(page.page().selectFirst("input[name=email]").attr("value")).isEqualTo(Person.VIEWER.email());
    }

    @Test
    void sign_ins_failures_and_sign_outs_are_in_the_audit_log() {
        var place = Elsewhere.at("127.0.1.12");
        place.does(() -> guess(Person.AUTHOR.email()));
        place.does(() -> guess("nobody@demo.siac.test"));
        var browser = place.does(() -> Browser.signedInAs(Person.AUTHOR));
        place.does(() -> browser.submit(browser.open("/signin"), Map.of()));
        assertThat(Database.value("select string_agg(type || coalesce(' ' || email, ''), ', ' order by e.id)"
                        + " from audit_event e left join app_user u on u.id = e.user_id and u.tenant_id = e.tenant_id"
                        + " where address = '127.0.1.12'"))
                .isEqualTo("SIGN_IN_FAILED author@demo.siac.test, SIGN_IN_FAILED,"
                        + " SIGN_IN_SUCCEEDED author@demo.siac.test, SIGNED_OUT author@demo.siac.test");
    }

    /** Fails, waits as long as asked before the next try, and tells how long that was. */
    private static long failAndWait(Elsewhere place, String email) {
        while (true) {
            var answer = place.does(() -> guess(email));
            if (answer.status() == 429) {
                Time.passes(Duration.ofSeconds(wait(answer)));
                return wait(answer);
            }
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    /** Fails until one has to wait so long that no test is that slow, and tells how long. */
    private static long waitLongAt(Elsewhere place, String email) {
        while (true) {
            var answer = place.does(() -> guess(email));
            if (answer.status() == 429 && wait(answer) > 100) {
                return wait(answer);
            }
            if (answer.status() == 429) {
                Time.passes(Duration.ofSeconds(wait(answer)));
            }
        }
    }

    /** Fails so often, waiting as long as asked in between. */
    private static void fail(int times, Elsewhere place, String email) {
        for (var failures = 0; failures < times; ) {
            var answer = place.does(() -> guess(email));
            if (answer.status() == 429) {
                Time.passes(Duration.ofSeconds(wait(answer)));
            } else {
                assertThat(answer.status()).isEqualTo(401);
                failures++;
            }
        }
    }

    private static Answer guess(String email) {
        return new Browser().signIn(email, "wrong");
    }

    private static Answer signIn(Elsewhere place, Person person) {
        return place.does(() -> new Browser().signIn(person.email(), person.password()));
    }

    private static long wait(Answer answer) {
        return Long.parseLong(answer.header("Retry-After"));
    }
}
