package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Keys;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Tokens;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator commands at the terminal, the running servers do. */
@ExtendWith(InProduction.class)
class CommandsIT {

    private static final Pattern NEXT_KEY = Pattern.compile("(?m)^([\\w-]{43}) +ES256 +next ");

    private final Production production;
    private final Commands commands;
    private final Company company = new Company("Café", new Staff("Olga", Production.FOUNDER));

    CommandsIT(Production production) {
        this.production = production;
        commands = new Commands(production.settings());
    }

    @Test
    void who_is_shut_out_loses_everything_at_once_and_gets_none_of_it_back() {
        var person = hired();
        var tokens = tokensOf(person);
        assertThat(areGood(tokens)).isTrue();

        assertThat(production.done("user", "disable", person.email()))
                .contains("The account of " + person.email() + " is closed");
        assertThat(areGood(tokens)).isFalse();
        assertThat(canSignIn(person)).isFalse();
        assertThat(production.done("user", "list")).containsPattern(person.email() + " .* closed");

        assertThat(production.done("user", "enable", person.email().toUpperCase(Locale.ROOT)))
                .contains("is open.");
        assertThat(canSignIn(person)).isTrue();
        assertThat(areGood(tokens)).isFalse();
    }

    @Test
    void people_are_listed_by_company_with_what_becomes_of_them() {
        commands.execute("insert into tenant (id, name, created_at) values (gen_random_uuid(), 'Acme Sur', now())");
        commands.execute("insert into app_user (id, tenant_id, email, name, role, password_hash, created_at)"
                + " select gen_random_uuid(), id, gen_random_uuid() || '@acme.siac.test', 'Ana', 'VIEWER', '', now()"
                + " from tenant where name = 'Acme Sur'");

        assertThat(production.done("user", "list", "--company", "ACME s"))
                .containsPattern("@acme\\.siac\\.test +Ana +Acme Sur +viewer +open\n")
                .doesNotContain(Production.FOUNDER);
        assertThat(production.done("user", "list"))
                .containsPattern(Production.FOUNDER + " +Olga .* administrator +open +operator");
    }

    @Test
    void who_is_signed_out_keeps_their_apps_unless_they_are_disconnected_too() {
        var person = hired();
        var browser = production.visited(person::browser);
        var client = production.visited(OAuthClient::registered);
        var tokens = production.visited(() -> client.tokensFor(browser, "siac.templates.read"));

        production.done("user", "sign-out", person.email());
        assertThat(production.visited(browser::isSignedIn)).isFalse();
        assertThat(areGood(tokens)).isTrue();

        production.done("user", "sign-out", person.email(), "--apps");
        assertThat(areGood(tokens)).isFalse();
    }

    @Test
    void the_last_operator_who_forgot_the_password_comes_back_by_a_link_that_works_once() {
        var older = resetLink(Production.FOUNDER);
        var link = resetLink(Production.FOUNDER);
        assertThat(production.visited(older::isOpen)).as("the older link").isFalse();
        assertThat(production.visited(link::open).page().text())
                .contains("Whoever runs SIAC Assistant gave you this link");
        assertThat(production
                        .visited(() -> new Browser().open(link.path() + "&lang=es"))
                        .page()
                        .text())
                .contains("Te dio este enlace quien mantiene SIAC Assistant");
        assertThat(commands.value("select count(*) from one_time_link l where l::text like '%" + link.secret() + "%'"))
                .isEqualTo("0");

        assertThat(production.visited(() -> link.use(Map.of())).status()).isEqualTo(303);
        assertThat(production.visited(link::isOpen)).isFalse();
        assertThat(production.visited(() -> company.administrator().canSignIn()))
                .isTrue();
    }

    @Test
    void there_is_no_link_for_an_account_that_is_closed() {
        var person = hired();
        var link = resetLink(person.email());
        production.done("user", "disable", person.email());

        assertThat(production.visited(link::isOpen)).isFalse();
        assertThat(production.refused("user", "reset-password", person.email()))
                .contains("the account of " + person.email() + " is closed");
    }

    @Test
    void rotated_keys_are_published_and_a_retired_one_is_not() {
        production.done("keys", "rotate");
        assertThat(production.done("keys", "rotate")).contains("Nothing was changed");
        var shown = NEXT_KEY.matcher(production.done("keys", "list"));
        assertThat(shown.find()).isTrue();
        var next = shown.group(1);
        untilPublished(keys -> keys.contains(next));

        assertThat(production.done("keys", "retire", "--", next)).contains(next);
        untilPublished(keys -> !keys.contains(next));
        assertThat(production.refused("keys", "retire", "--", next)).contains("no key in use has the id " + next);
    }

    @Test
    void a_blocked_client_is_refused_until_it_is_unblocked_and_its_tokens_stay_dead() {
        var client = production.visited(OAuthClient::registered);
        var tokens = tokensOf(hired(), client);

        production.done("client", "block", client.id(), "--reason", "asks for  too\nmuch");
        assertThat(areGood(tokens)).isFalse();
        assertThat(production.visited(() -> client.refresh(tokens.refresh())).error())
                .isEqualTo("invalid_client");
        assertThat(production.done("client", "list", "--search", client.id())).contains("asks for too much");

        production.done("client", "unblock", client.id());
        assertThat(production.visited(() -> client.refresh(tokens.refresh())).error())
                .isEqualTo("invalid_grant");
        assertThat(areGood(tokensOf(hired(), client))).isTrue();
    }

    @Test
    void names_that_strangers_chose_cannot_write_to_the_terminal() {
        var client = production.visited(OAuthClient::registered);
        commands.execute(
                "update client set name = E'Evil\\u001b[2J\\u202Elive\\nmine  ok' where id = '" + client.id() + "'");

        var shown = production.done("client", "list", "--search", client.id());
        assertThat(shown.strip()).hasLineCount(2).contains("Evil [2J live mine");
        assertThat(shown.replace("\n", "")).doesNotContainPattern("\\p{C}");
    }

    @Test
    void every_command_is_in_the_audit_log_as_nobodys_by_name() {
        var person = hired();
        production.done("user", "disable", person.email());
        production.done("user", "list");
        production.refused("user", "disable", "nobody@siac.test");

        var operator = new Administration(production.visited(company.administrator()::browser));
        assertThat(production.visited(() -> operator.rows("audit?type=USER_DISABLED")))
                .contains("Closed somebody’s account " + person.name(), "Command line");
        assertThat(production.visited(() -> operator.rows("audit?log=installation&type=COMMAND_GIVEN")))
                .contains("A command was given user list Command line", "user disable, refused");
        assertThat(production.visited(() -> operator.rows("audit?log=installation&type=COMMAND_GIVEN&lang=es")))
                .contains("Se dio un comando user list Línea de comandos");
        assertThat(
                        commands.value(
                                "select count(*) from audit_event where user_id is not null and detail like 'on the command line%'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "user disable x' or '1'='1     | nobody has the e-mail x' or '1'='1",
                "user reset-password nobody@x  | nobody has the e-mail nobody@x",
                "user list --company Nowhere   | nobody is in a company whose name contains Nowhere",
                "keys retire nonsense          | no key in use has the id nonsense",
                "client block x --reason y     | no client that everybody may use has the id x",
                "client unblock x              | no client that everybody may use has the id x",
            })
    void what_cannot_be_done_is_refused_in_one_sentence(String command, String sentence) {
        var words = command.split(" ", command.startsWith("user disable") ? 3 : -1);

        assertThat(production.refused(words)).endsWith(": " + sentence + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "user lst",
                "user list extra",
                "user disable",
                "keys",
                "keys retire",
                "client block x",
                "client unblock"
            })
    void what_is_not_understood_is_answered_with_how_it_is_used(String command) {
        var ended = production.command(command.split(" ", -1));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("Usage: siac " + command.split(" ", -1)[0]);
    }

    private Link resetLink(String email) {
        var printed = production.done("user", "reset-password", email);
        var link = new Link(printed.substring(printed.indexOf("/link?key=")).strip());
        assertThat(printed).contains("  " + Production.SITE.issuer() + link.path());
        return link;
    }

    private Staff hired() {
        return production.visited(() -> company.hire("AUTHOR", "Julia " + UUID.randomUUID()));
    }

    private Tokens tokensOf(Staff person) {
        return tokensOf(person, production.visited(OAuthClient::registered));
    }

    private Tokens tokensOf(Staff person, OAuthClient client) {
        return production.visited(() -> person.tokens(client, "siac.templates.read", "offline_access"));
    }

    private boolean areGood(Tokens tokens) {
        return production.visited(tokens::areGood);
    }

    private boolean canSignIn(Staff person) {
        return production.visited(person::canSignIn);
    }

    /** A node takes the keys right after the answer, which may be read before. */
    private void untilPublished(Predicate<Set<String>> expected) {
        var end = System.nanoTime() + 5_000_000_000L;
        while (!expected.test(production.visited(Keys::published))) {
            assertThat(System.nanoTime())
                    .as("the published keys stay what they are")
                    .isLessThan(end);
        }
    }
}
