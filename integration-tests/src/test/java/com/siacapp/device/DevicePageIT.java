package com.siacapp.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page where a person enters the code of a device and decides (RFC 8628 §3.3, §5). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DevicePageIT {

    @TestFactory
    Stream<DynamicTest> from_the_code_to_the_tokens() {
        return Stream.of(
                inLanguage("en", "Connect a device", "Only go on if your own device shows this code", "Your device is"),
                inLanguage(
                        "es",
                        "Conectar un dispositivo",
                        "Continúa solo si tu propio dispositivo muestra",
                        "Tu dispositivo está conectado"));
    }

    @Test
    void a_link_that_brings_the_code_decides_nothing_and_still_asks_whether_it_is_the_devices() {
        var device = Device.of(Device.app(), "siac.templates.read");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = Database.unchangedBy(() -> browser.open(device.link()));
        assertThat(page.page().select("input[name=user_code]").val()).isEqualTo(device.userCode());
        assertThat(page.page().text()).contains("Does your device show exactly this code?");
        assertThat(page.page().select("button[value=allow]")).isEmpty();
        var question = browser.submit(page, Map.of("user_code", device.userCode()));
        assertThat(question.page().select(".user-code").text()).isEqualTo(device.userCode());
        assertThat(device.polls().error()).isEqualTo("authorization_pending");
        browser.submit(question, Map.of("decision", "allow"));
        assertThat(device.polls().status()).isEqualTo(200);
    }

    @Test
    void what_a_link_brings_is_a_code_or_nothing() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        for (var brought : new String[] {"%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "AAAA-AAAA", "", "%00"}) {
            var page = Database.unchangedBy(() -> browser.open("/device?user_code=" + brought));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("input[name=user_code]").val()).isEmpty();
            assertThat(page.page().select("script")).isEmpty();
        }
    }

    @Test
    void nobody_is_asked_for_a_code_before_they_sign_in() {
        var device = Device.of(Device.app(), "siac.templates.read");
        var browser = new Browser();
        var sent = browser.open(device.link());
        assertThat(sent.redirectsTo("/signin")).isTrue();
        assertThat(sent.redirectParameters().get("return_to")).isEqualTo("/device?user_code=" + device.userCode());
    }

    @Test
    void every_device_is_asked_about_even_if_the_same_app_was_allowed_before() {
        var client = Device.app();
        var browser = Browser.signedInAs(Person.AUTHOR);
        Device.of(client, "siac.templates.read").allowedBy(browser).polls();
        var second = Device.of(client, "siac.templates.read");
        assertThat(second.enteredBy(browser).page().select("button[value=allow]"))
                .hasSize(1);
        assertThat(second.polls().error()).isEqualTo("authorization_pending");
    }

    @Test
    void of_many_answers_at_once_one_counts() {
        var client = Device.app();
        var device = Device.of(client, "siac.templates.read");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var question = device.enteredBy(browser);
        var answers = Race.of(() -> new Browser(browser).submit(question, Map.of("decision", "allow")));
        assertThat(answers.stream().filter(answer -> title(answer).equals("Your device is connected")))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> title(answer).equals("This code is over")))
                .hasSize(Race.RACERS - 1);
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_person_who_may_do_nothing_of_it_is_told_and_the_device_waits_for_another() {
        var device = Device.of(Device.app(), "siac.templates.write");
        var page = Database.unchangedBy(() -> device.enteredBy(Browser.signedInAs(Person.VIEWER)));
        assertThat(title(page)).isEqualTo("Your role doesn’t allow this");
        assertThat(Tokens.of(device.allowedBy(Person.AUTHOR).polls()).areGood()).isTrue();
    }

    @Test
    void another_person_can_take_over_with_the_same_code() {
        var device = Device.of(Device.app(), "siac.templates.read");
        var browser = Browser.signedInAs(Person.VIEWER);
        var sent = device.answeredWith("switch", browser);
        assertThat(sent.redirectsTo("/signin")).isTrue();
        assertThat(sent.redirectParameters().get("return_to")).startsWith("/device?user_code=" + device.userCode());
        assertThat(browser.open("/device").redirectsTo("/signin")).isTrue();
    }

    @Test
    void a_companys_own_app_asks_nobody_else() {
        var company = Company.added();
        var made = company.administrator()
                .administration()
                .fill(
                        "clients/new",
                        "clients/new",
                        Map.of("name", "Scanner", "redirect_uris", "", "kind", "PUBLIC", "devices", "yes"));
        var client =
                OAuthClient.known(made.page().select(".once code").eachText().get(0), "");
        var device = Device.of(client, "siac.templates.read");
        var stranger = Browser.signedInAs(Person.AUTHOR);
        var refused = Database.unchangedBy(() -> device.enteredBy(stranger));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("Scanner");
        device.allowedBy(company.administrator().browser());
        assertThat(device.polls().status()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_page_decides_nothing() {
        var mine = Device.of(Device.app(), "siac.templates.read");
        var others = Device.of(Device.app(), "siac.templates.read");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var token = mine.enteredBy(browser).page().select("input[name=csrf]").val();
        var entry = browser.open("/device").page().select("input[name=csrf]").val();
        var another = Browser.signedInAs(Person.AUTHOR);
        for (var csrf : new String[] {"", token, entry, "x"}) {
            var form = Http.pairs(Map.of("decision", "allow", "csrf", csrf));
            var refused = Database.unchangedBy(() -> browser.post("/device?user_code=" + others.userCode(), form));
            assertThat(refused.status()).isEqualTo(400);
            var elsewhere = Database.unchangedBy(() -> another.post("/device?user_code=" + mine.userCode(), form));
            assertThat(elsewhere.status()).isEqualTo(400);
        }
        var typed = Http.pairs(Map.of("user_code", mine.userCode(), "csrf", token));
        assertThat(browser.post("/device", typed).status()).isEqualTo(400);
        assertThat(mine.polls().error()).isEqualTo("authorization_pending");
        assertThat(others.polls().error()).isEqualTo("authorization_pending");
    }

    @Test
    void a_yes_is_to_what_the_page_said() {
        var client = Device.app();
        var device = Device.of(client, "siac.templates.read", "siac.templates.write");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var question = device.enteredBy(browser);
        Database.execute("update client set name = 'Somebody else' where id = '" + client.id() + "'");
        var again = Database.unchangedBy(() -> browser.submit(question, Map.of("decision", "allow")));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.page().text()).contains("Somebody else").contains(device.userCode());
        assertThat(device.polls().error()).isEqualTo("authorization_pending");
        browser.submit(again, Map.of("decision", "allow"));
        assertThat(device.polls().status()).isEqualTo(200);
    }

    @Test
    void a_person_enters_a_limited_number_of_codes_and_others_are_not_punished() {
        var device = Device.of(Device.app(), "siac.templates.read");
        var company = Company.added();
        var guesser = company.hire("AUTHOR").browser();
        var colleague = company.hire("AUTHOR").browser();
        for (var code = 0; code < TestServer.USER_CODES_PER_PERSON; code++) {
            assertThat(device.enteredBy(guesser).status()).isEqualTo(200);
        }
        var refused = Device.enter(guesser, "BCDF-GHJK");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(device.enteredBy(colleague).status()).isEqualTo(200);
        Time.passes(Duration.ofMinutes(15));
        assertThat(Device.enter(guesser, "BCDF-GHJK").status()).isEqualTo(422);
    }

    @Test
    void wrong_codes_from_one_network_have_a_limit_whoever_enters_them() {
        var there = Elsewhere.at("127.0.0.91");
        var browser = Browser.signedInAs(Person.AUTHOR);
        there.does(() -> Device.enter(browser, "BCDF-GHJK"));
        Database.execute("update limit_window set count = 100 where name = 'WRONG_USER_CODES_PER_ADDRESS'");
        assertThat(there.does(() -> Device.enter(browser, "BCDF-GHJK")).status())
                .isEqualTo(429);
        assertThat(Elsewhere.at("127.0.0.92")
                        .does(() -> Device.enter(browser, "BCDF-GHJK"))
                        .status())
                .isEqualTo(422);
        Time.passes(Duration.ofMinutes(15));
    }

    private static DynamicTest inLanguage(String language, String title, String care, String done) {
        return dynamicTest(language, () -> {
            var device = Device.of(Device.app(), "siac.templates.read", "siac.templates.write");
            var browser = new Browser();
            browser.open("/?lang=" + language);
            var signIn = browser.open(device.verificationUri());
            var page = browser.open(signIn.location().orElseThrow());
            var back =
                    browser.submit(page, Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
            var entry = browser.open(back.location().orElseThrow());
            assertThat(title(entry)).isEqualTo(title);
            var typed = device.userCode().replace("-", "").toLowerCase(Locale.ROOT);
            var question = browser.submit(entry, Map.of("user_code", typed));
            assertThat(question.page().text())
                    .contains(care)
                    .contains(device.userCode())
                    .contains("Test client")
                    .contains(Person.AUTHOR.email());
            assertThat(question.page().selectFirst("html").attr("lang")).isEqualTo(language);
            var result = browser.submit(question, Map.of("decision", "allow"));
            assertThat(title(result)).startsWith(done);
            assertThat(Tokens.of(device.polls()).areGood()).isTrue();
        });
    }

    private static String title(Answer answer) {
        return answer.page().select("h1").text();
    }
}
