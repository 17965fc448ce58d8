package com.siacapp.audit;

import static com.siacapp.testkit.Link.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log: nobody changes it, and it gives no secret away (ASVS 16.2.5, 16.4.2). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuditLogIT {

    private static final String WRONG_PASSWORD = "a wrong password of the audit story";
    private static final String NEW_PASSWORD = "tres tigres azules cantan";

    private static final String LINES = "select string_agg(e::text, chr(10)) from audit_event e";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set detail = 'nothing happened'",
                "update audit_event set detail = detail where id = (select max(id) from audit_event)",
                "delete from audit_event where id = (select min(id) from audit_event)",
                "truncate audit_event",
                "truncate audit_event, one_time_link",
            })
    void the_database_refuses_to_change_a_line_or_to_lose_one(String command) {
        Browser.signedInAs(Person.AUTHOR);
        var before = Database.value("select md5(string_agg(e::text, ',' order by id)) from audit_event e");
        assertThatThrownBy(() -> Database.execute(command)).hasMessageContaining("the audit log is append-only");
        assertThat(Database.value("select md5(string_agg(e::text, ',' order by id)) from audit_event e"))
                .isEqualTo(before);
    }

    @Test
    void lines_are_forgotten_when_they_are_old_enough_and_not_before() {
        var old = lineOf(Duration.ofDays(20 * 365));
        var young = lineOf(Duration.ofDays(729));
        var answer = Http.send("/in-container/forget", "POST", BodyPublishers.noBody(), request -> request);
        assertThat(answer.status()).isEqualTo(200);

        assertThat(Database.value("select string_agg(subject_id, ',') from audit_event where subject_id in ('" + old
                        + "', '" + young + "')"))
                .isEqualTo(young);
    }

    private static String lineOf(Duration ago) {
        var subject = UUID.randomUUID().toString();
        Database.execute("insert into audit_event (occurred_at, type, subject_id) values ('"
                + Time.now().minus(ago) + "', 'SETUP_LINK_MADE', '" + subject + "')");
        return subject;
    }

    @Test
    void lines_of_one_transaction_stand_in_the_order_in_which_they_were_recorded() {
        var client = UUID.randomUUID().toString();
        var answer = Http.postForm(
                "/in-container/audit-order", Http.pairs(Map.of("client", client, "acts", "50")), request -> request);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(Database.value("select string_agg(subject_id, ',' order by id) from audit_event where client_id = '"
                        + client + "'"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 50).mapToObj(String::valueOf).collect(Collectors.joining(",")));
    }

    @Test
    void no_secret_that_anybody_used_is_in_the_log() {
        var last = Database.value("select max(id) from audit_event");
        var secrets = secretsOfAWholeStory();
        assertThat(secrets)
                .hasSizeGreaterThan(20)
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(20));
        assertThat(found(secrets, Database.value(LINES))).isEmpty();
        for (var planted : secrets) {
            var change = "insert into audit_event (occurred_at, type, detail) values (now(), 'SIGNED_OUT', 'with "
                    + planted.replace("'", "''") + " in it')";
            assertThat(found(secrets, Database.valueAfter(change, LINES + " where id > " + last)))
                    .contains(planted);
        }
    }

    private static List<String> found(List<String> secrets, String lines) {
        return secrets.stream().filter(lines::contains).toList();
    }

    private static List<String> secretsOfAWholeStory() {
        var secrets = new ArrayList<String>();
        secrets.addAll(ofAPerson());
        secrets.addAll(ofClients());
        return List.copyOf(secrets);
    }

    /** An invitation, sign-ins that fail and succeed, another password, a reset. */
    private static List<String> ofAPerson() {
        var secrets = new ArrayList<>(List.of(GOOD_PASSWORD, WRONG_PASSWORD, NEW_PASSWORD));
        var email = UUID.randomUUID() + "@audited.example";
        var invitation = Link.invitation(email);
        invitation.use(Map.of("name", "Iris"));
        var browser = new Browser();
        browser.signIn(email, WRONG_PASSWORD);
        browser.signIn(email, GOOD_PASSWORD);
        secrets.addAll(browser.cookies().values());
        new Account(browser).changePassword(WRONG_PASSWORD, NEW_PASSWORD);
        new Account(browser).changePassword(GOOD_PASSWORD, NEW_PASSWORD);
        secrets.add(new Account(browser).csrf());
        browser.submit(browser.open("/signin"), Map.of());
        var reset = Link.passwordReset(email);
        reset.use(Map.of());
        var setup = Link.setup();
        setup.use(Map.of("company", "Audited", "name", "Luz", "email", UUID.randomUUID() + "@audited.example"));
        secrets.addAll(List.of(invitation.secret(), reset.secret(), setup.secret()));
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    /** Registrations, codes, tokens of both kinds, a replay, a service account, a company's own client. */
    private static List<String> ofClients() {
        var registration = Registration.of(metadata -> {});
        var confidential = OAuthClient.confidential();
        var secrets = new ArrayList<>(List.of(registration.token(), confidential.secret()));
        registration.delete();
        var code = confidential.authorizationRequest().with("scope", "openid").allowedBy(Person.AUTHOR);
        var first = Tokens.of(confidential.redeem(code));
        var second = Tokens.of(confidential.refresh(first.refresh()));
        confidential.redeem(code);
        secrets.addAll(List.of(code, first.access(), first.refresh(), first.id(), second.access(), second.refresh()));
        var bound = OAuthClient.registered().proving(DpopKey.generated());
        var ofBound = bound.tokensFor(Person.AUTHOR);
        bound.revoke(ofBound.refresh());
        secrets.addAll(List.of(ofBound.access(), ofBound.refresh()));
        var pushed = OAuthClient.registered();
        var reference = pushed.push(pushed.authorizationRequest())
                .json()
                .path("request_uri")
                .asText();
        pushed.reference(reference).allowedBy(Person.AUTHOR);
        secrets.add(reference.substring(reference.lastIndexOf(':') + 1));
        var service = ServiceAccount.created("VIEWER", "siac.templates.read");
        secrets.addAll(List.of(
                service.secret(),
                service.tokens().access(),
                service.withNewSecret().secret()));
        var admin = Company.added().administrator().administration();
        var own = admin.fill(
                "clients/new",
                "clients/new",
                Map.of("name", "Own", "redirect_uris", OAuthClient.REDIRECT_URI, "kind", "SECRET"));
        secrets.add(own.page().select(".once code").eachText().get(1));
        return secrets;
    }
}
