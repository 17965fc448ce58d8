package com.siacapp.signals;

import static com.siacapp.testkit.Link.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.testkit.Account;
import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.HeardSignals;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever ends a grant says so to every node, with the commit that ends it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class EndedGrantsIT {

    private static final String NEW_PASSWORD = "tres tigres azules cantan";

    private final Company company = Company.added();

    /** Tokens, and what ends their grant. */
    private record Ending(Tokens tokens, Runnable act) {}

    enum Way {
        CLIENT_GIVES_A_TOKEN_BACK,
        CODE_IS_REPLAYED,
        REFRESH_TOKEN_IS_REPLAYED,
        PERSON_DISCONNECTS,
        PERSON_CHANGES_THE_PASSWORD_AND_DISCONNECTS,
        PASSWORD_IS_RESET,
        ADMINISTRATOR_DISCONNECTS_ONE,
        ADMINISTRATOR_DISCONNECTS_ALL,
        ADMINISTRATOR_DISCONNECTS_A_PERSON,
        PERSON_IS_DISABLED,
        COMPANY_IS_DISABLED,
        APP_IS_BLOCKED,
        APP_DELETES_ITSELF,
        COMPANYS_APP_IS_DISABLED,
        COMPANYS_APP_IS_DELETED,
        IDENTITY_PROVIDER_IS_REMOVED,
        SERVICE_ACCOUNT_IS_DISABLED,
        SERVICE_ACCOUNT_GETS_A_NEW_SECRET,
        SERVICE_ACCOUNT_IS_DELETED
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_that_ends_is_told_to_every_node(Way way) throws ParseException {
        var ending = ending(way);
        assertThat(ending.tokens().areGood()).isTrue();
        var concerns = endOf(ending.tokens());
        var here = HeardSignals.fromNow();
        ending.act().run();
        assertThat(ending.tokens().areGood()).as("the very next request").isFalse();
        here.until(concerns);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSWORD_IS_RESET", "COMPANY_IS_DISABLED", "APP_IS_BLOCKED", "IDENTITY_PROVIDER_IS_REMOVED"})
    void a_grant_that_is_over_is_not_ended_again(Way way) throws ParseException {
        var ending = ending(way);
        var grant = "oauth_grant where id = '" + ending.tokens().claims().getStringClaim("grant_id") + "'";
        Database.execute("update oauth_grant set expires_at = created_at from (select id as over from " + grant
                + ") one where id = over");
        ending.act().run();
        assertThat(Database.value("select revoked_at from " + grant)).isEqualTo("null");
    }

    /** A client that refreshes and a person who connects end nothing, and refused attempts do not either. */
    @Test
    void nobody_is_told_of_an_end_where_nothing_ends() throws ParseException {
        var here = HeardSignals.fromNow();
        var client = OAuthClient.registered();
        var tokens = client.tokensFor(person().browser());
        var refreshed = Tokens.of(client.refresh(tokens.refresh()));
        OAuthClient.registered().revoke(tokens.refresh());
        client.revoke("made-up");
        var next = Signal.answered(UUID.randomUUID().toString());
        HeardSignals.say(next);
        assertThat(here.until(next)).containsExactly(next);
        client.revoke(refreshed.refresh());
        client.revoke(refreshed.refresh());
        here.until(endOf(refreshed));
        HeardSignals.say(next);
        assertThat(here.until(next)).as("it ended once").containsExactly(next);
    }

    /** Whether a signal concerns the grant of these tokens. */
    private static Predicate<Signal> endOf(Tokens tokens) throws ParseException {
        var claims = tokens.claims();
        var grant = UUID.fromString(claims.getStringClaim("grant_id"));
        var tenant = UUID.fromString(Database.value("select tenant_id from oauth_grant where id = '" + grant + "'"));
        var user = UUID.fromString(claims.getSubject());
        var client = claims.getStringClaim("client_id");
        return signal -> signal.kind() == Kind.GRANT_ENDED && signal.audience().includes(tenant, user, client, grant);
    }

    private Ending ending(Way way) {
        return switch (way) {
            case CLIENT_GIVES_A_TOKEN_BACK -> byClient((client, tokens) -> client.revoke(tokens.refresh()));
            case CODE_IS_REPLAYED -> codeReplay();
            case REFRESH_TOKEN_IS_REPLAYED -> byClient(EndedGrantsIT::replay);
            case PERSON_DISCONNECTS ->
                byPerson(account -> account.press("disconnect", account.apps().get(0)));
            case PERSON_CHANGES_THE_PASSWORD_AND_DISCONNECTS ->
                byPerson(account -> account.changePassword(GOOD_PASSWORD, NEW_PASSWORD, "disconnect-apps"));
            case PASSWORD_IS_RESET ->
                byAdministrator((admin, person, client) -> Administration.link(
                                admin.confirm("people/" + person.id() + "/password-link"))
                        .use(Map.of()));
            case ADMINISTRATOR_DISCONNECTS_ONE ->
                byAdministrator((admin, person, client) -> admin.confirm(admin.open("apps")
                        .page()
                        .select("a[href$=/disconnect]")
                        .attr("href")
                        .replace("/admin/", "")));
            case ADMINISTRATOR_DISCONNECTS_ALL ->
                byAdministrator((admin, person, client) -> admin.confirm("apps/disconnect-all?client=" + client.id()));
            case ADMINISTRATOR_DISCONNECTS_A_PERSON ->
                byAdministrator((admin, person, client) -> admin.confirm("people/" + person.id() + "/disconnect"));
            case PERSON_IS_DISABLED ->
                byAdministrator((admin, person, client) -> admin.confirm("people/" + person.id() + "/disable"));
            case COMPANY_IS_DISABLED ->
                byAdministrator((admin, person, client) -> operator().confirm("tenants/" + company.id() + "/disable"));
            case APP_IS_BLOCKED -> byAdministrator((admin, person, client) -> block(client));
            case APP_DELETES_ITSELF -> selfDeletion();
            case COMPANYS_APP_IS_DISABLED -> ofTheCompanysApp("disable");
            case COMPANYS_APP_IS_DELETED -> ofTheCompanysApp("delete");
            case IDENTITY_PROVIDER_IS_REMOVED -> providerRemoved();
            case SERVICE_ACCOUNT_IS_DISABLED -> ofAServiceAccount("disable");
            case SERVICE_ACCOUNT_GETS_A_NEW_SECRET -> ofAServiceAccount("rotate");
            case SERVICE_ACCOUNT_IS_DELETED -> ofAServiceAccount("delete");
        };
    }

    @FunctionalInterface
    private interface ActOfClient {
        void run(OAuthClient client, Tokens tokens);
    }

    @FunctionalInterface
    private interface ActOfPerson {
        void run(Account account);
    }

    @FunctionalInterface
    private interface ActOfAdministrator {
        void run(Administration admin, Staff person, OAuthClient client);
    }

    private Ending byClient(ActOfClient act) {
        var client = OAuthClient.registered();
        var tokens = person().tokens(client);
        return new Ending(tokens, () -> act.run(client, tokens));
    }

    private Ending byPerson(ActOfPerson act) {
        var browser = person().browser();
        return new Ending(OAuthClient.registered().tokensFor(browser), () -> act.run(new Account(browser)));
    }

    private Ending byAdministrator(ActOfAdministrator act) {
        var person = person();
        var client = OAuthClient.registered();
        var tokens = person.tokens(client);
        return new Ending(tokens, () -> act.run(company.administrator().administration(), person, client));
    }

    private Ending codeReplay() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(person().browser());
        return new Ending(Tokens.of(client.redeem(code)), () -> client.redeem(code));
    }

    private static void replay(OAuthClient client, Tokens tokens) {
        client.refresh(tokens.refresh());
        Time.passes(Duration.ofSeconds(61));
        client.refresh(tokens.refresh());
    }

    private Ending selfDeletion() {
        var registration = Registration.of(metadata -> {});
        return new Ending(person().tokens(registration.client()), registration::delete);
    }

    private Ending ofTheCompanysApp(String act) {
        var admin = company.administrator().administration();
        var client = admin.makeApp("PUBLIC", OAuthClient.REDIRECT_URI);
        return new Ending(person().tokens(client), () -> admin.confirm("clients/" + client.id() + "/" + act));
    }

    private Ending providerRemoved() {
        var client = OAuthClient.registered(metadata -> {
            metadata.put("token_endpoint_auth_method", "client_secret_post");
            metadata.putArray("redirect_uris").add(OAuthClient.WEB_REDIRECT_URI);
            metadata.putArray("grant_types").add("authorization_code").add(IdentityProvider.GRANT);
        });
        var assertion = IdentityProvider.of(company).asserts(person(), client).signed();
        return new Ending(
                Tokens.of(IdentityProvider.redeem(client, assertion)),
                () -> company.administrator().administration().confirm("identity/remove"));
    }

    private static Ending ofAServiceAccount(String act) {
        var account = ServiceAccount.created("VIEWER", "siac.templates.read");
        return new Ending(account.tokens(), () -> account.is(act, Person.ADMIN));
    }

    private static void block(OAuthClient client) {
        var path = "all-apps/block?client=" + client.id();
        operator().fill(path, path, Map.of("reason", "a test"));
    }

    private static Administration operator() {
        return Company.founded().administrator().administration();
    }

    private Staff person() {
        return company.hire("AUTHOR");
    }
}
