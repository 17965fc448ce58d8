package com.siacapp.audit;

import static com.siacapp.testkit.Link.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.launcher.LauncherProcess;
import com.siacapp.testkit.Account;
import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.Keys;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type of line that the audit log tells apart is written by the act it names, done as people and apps do it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuditedActsIT {

    private static final String NEW_PASSWORD = "tres tigres azules cantan";
    private static final String LINES = "select count(*) from audit_event where id > %s and type = '%s'";

    private final Company company = Company.founded();

    /** The launcher makes no setup link where somebody runs the installation already, as here. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SETUP_LINK_MADE")
    void an_act_is_in_the_log_by_its_name(AuditEventType type) {
        var act = act(type);
        var last = Database.value("select coalesce(max(id), 0) from audit_event");
        act.run();
        assertThat(Database.value(LINES.formatted(last, type))).isNotEqualTo("0");
    }

    /** Without a default: a type that nobody tests does not compile. */
    private Runnable act(AuditEventType type) {
        return switch (type) {
            case SIGN_IN_SUCCEEDED -> this::person;
            case SIGN_IN_FAILED ->
                () -> new Browser().signIn(company.administrator().email(), "wrong");
            case SIGNED_OUT -> this::signOut;
            case CONSENT_GIVEN ->
                () -> OAuthClient.registered().authorizationRequest().allowedBy(person());
            case CONSENT_REMEMBERED -> this::consentTwice;
            case CONSENT_REFUSED ->
                () -> OAuthClient.registered().authorizationRequest().answeredWith("deny", person());
            case TOKENS_ISSUED -> () -> OAuthClient.registered().tokensFor(person());
            case TOKENS_REFRESHED -> () -> refresh(Duration.ZERO, 1);
            case CODE_REPLAYED -> this::replayCode;
            case REFRESH_TOKEN_REPLAYED -> () -> refresh(Duration.ofSeconds(61), 2);
            case GRANT_REVOKED -> this::revoke;
            case CLIENT_REGISTERED -> OAuthClient::registered;
            case CLIENT_UPDATED -> () -> Registration.of(metadata -> {}).update(metadata -> {});
            case CLIENT_DELETED -> () -> Registration.of(metadata -> {}).delete();
            case CLIENT_EXPIRED -> AuditedActsIT::expireClient;
            case PASSWORD_CHANGED -> () -> new Account(hired()).changePassword(GOOD_PASSWORD, NEW_PASSWORD);
            case PASSWORD_CHANGE_FAILED -> () -> new Account(hired()).changePassword("wrong", NEW_PASSWORD);
            case PASSWORD_RESET_STARTED -> this::startReset;
            case PASSWORD_RESET -> () -> Administration.link(startReset()).use(Map.of());
            case SESSION_ENDED -> this::endSession;
            case USER_INVITED -> this::invite;
            case INVITATION_WITHDRAWN -> this::withdraw;
            case USER_JOINED -> () -> company.hire("VIEWER");
            case SETUP_LINK_MADE -> throw new AssertionError("excluded");
            case INSTALLATION_SET_UP -> Company::founded;
            case COMMAND_GIVEN -> AuditedActsIT::command;
            case SERVICE_ACCOUNT_CREATED -> () -> service("");
            case SERVICE_ACCOUNT_DISABLED -> () -> admin().confirm(service("") + "/disable");
            case SERVICE_ACCOUNT_ENABLED -> this::reopenService;
            case SERVICE_ACCOUNT_SECRET_ROTATED -> () -> admin().confirm(service("") + "/rotate-secret");
            case SERVICE_ACCOUNT_KEYS_REPLACED -> () -> replaceKeys(service(Administration.JWKS));
            case SERVICE_ACCOUNT_DELETED -> () -> admin().confirm(service("") + "/delete");
            case USER_ROLE_CHANGED -> this::changeRole;
            case USER_DISABLED -> () -> admin().confirm(page(company.hire("VIEWER")) + "/disable");
            case USER_ENABLED -> this::reopenAccount;
            case USER_SIGNED_OUT_BY_ADMINISTRATOR -> () -> admin().confirm(page(company.hire("VIEWER")) + "/sign-out");
            case CLIENT_CREATED -> () -> client("PUBLIC");
            case CLIENT_SECRET_ROTATED -> () -> admin().confirm(client("SECRET") + "/rotate-secret");
            case CLIENT_KEYS_REPLACED -> () -> replaceKeys(client("KEYS"));
            case CLIENT_DISABLED -> () -> admin().confirm(client("PUBLIC") + "/disable");
            case CLIENT_ENABLED -> this::reopenClient;
            case TENANT_CREATED -> Company::added;
            case TENANT_DISABLED ->
                () -> admin().confirm("tenants/" + Company.added().id() + "/disable");
            case TENANT_ENABLED -> this::reopenCompany;
            case AUDIT_LOG_EXPORTED -> () -> admin().open("audit/export.csv");
            case KEYS_ROTATED -> this::rotateKeys;
            case KEY_RETIRED -> this::retireKey;
            case CONNECTION_EXAMINED -> this::examine;
            case IDENTITY_PROVIDER_SET -> () -> IdentityProvider.of(company);
            case IDENTITY_PROVIDER_REMOVED -> this::removeProvider;
            case IDENTITY_BOUND -> this::bindIdentity;
        };
    }

    private Browser person() {
        return company.administrator().browser();
    }

    /** Signed in anew for each act, because some let hours pass. */
    private Administration admin() {
        return company.administrator().administration();
    }

    private Browser hired() {
        return company.hire("VIEWER").browser();
    }

    private static String page(Staff person) {
        return "people/" + person.id();
    }

    private void signOut() {
        var browser = person();
        browser.submit(browser.open("/signin"), Map.of());
    }

    private void consentTwice() {
        var client = OAuthClient.vetted();
        client.tokensFor(person(), "siac.templates.read");
        client.tokensFor(person(), "siac.templates.read");
    }

    private void refresh(Duration pause, int times) {
        var client = OAuthClient.registered();
        var token = client.tokensFor(person()).refresh();
        for (var time = 0; time < times; time++) {
            client.refresh(token);
            Time.passes(pause);
        }
    }

    private void replayCode() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(person());
        client.redeem(code);
        client.redeem(code);
    }

    private void revoke() {
        var client = OAuthClient.registered();
        client.revoke(client.tokensFor(person()).refresh());
    }

    private static void expireClient() {
        OAuthClient.registered();
        Time.passes(Duration.ofHours(25));
        Http.send("/in-container/expire-clients", "POST", BodyPublishers.noBody(), request -> request);
    }

    private Answer startReset() {
        return admin().confirm(page(company.hire("VIEWER")) + "/password-link");
    }

    private void endSession() {
        person();
        var account = new Account(person());
        account.press("end", account.otherSessions().get(0));
    }

    private Answer invite() {
        return admin().fill("people", "people", Map.of("email", UUID.randomUUID() + "@x.siac.test", "role", "VIEWER"));
    }

    private void withdraw() {
        invite();
        var admin = admin();
        admin.confirm(link(admin, "people", "a[href$=/withdraw]"));
    }

    private void changeRole() {
        var page = page(company.hire("VIEWER"));
        admin().fill(page, page, Map.of("role", "AUTHOR"));
    }

    private void reopenAccount() {
        var page = page(company.hire("VIEWER"));
        admin().confirm(page + "/disable");
        admin().confirm(page + "/enable");
    }

    /** A new service account's page, where its acts are. */
    private String service(String jwks) {
        var admin = admin();
        admin.fill(
                "clients/services/new",
                "clients/services/new",
                Map.of("name", "Job", "role", "VIEWER", "scope", "siac.templates.read", "jwks", jwks));
        return link(admin, "clients", "a[href*=/services/][href$=/disable]").replace("/disable", "");
    }

    private void reopenService() {
        var service = service("");
        admin().confirm(service + "/disable");
        admin().confirm(service + "/enable");
    }

    private String client(String kind) {
        var shown = admin().fill(
                        "clients/new",
                        "clients/new",
                        Map.of(
                                "name",
                                "Intranet",
                                "redirect_uris",
                                OAuthClient.REDIRECT_URI,
                                "kind",
                                kind,
                                "jwks",
                                kind.equals("KEYS") ? Administration.JWKS : ""));
        return "clients/" + shown.page().select(".once code").eachText().get(0);
    }

    private void reopenClient() {
        var client = client("PUBLIC");
        admin().confirm(client + "/disable");
        admin().confirm(client + "/enable");
    }

    private void replaceKeys(String owner) {
        admin().fill(
                        owner + "/keys",
                        owner + "/keys",
                        Map.of("jwks", IdentityProvider.generated().jwks()));
    }

    private void reopenCompany() {
        var other = "tenants/" + Company.added().id();
        admin().confirm(other + "/disable");
        admin().confirm(other + "/enable");
    }

    private static void command() {
        LauncherProcess.command(Map.of("SIAC_DB_URL", Database.url(), "SIAC_DB_USER", "postgres"), "keys", "list");
    }

    private void rotateKeys() {
        Time.passes(Duration.ofMinutes(6));
        admin().confirm("keys/rotate");
    }

    private void retireKey() {
        var key = Keys.of(OAuthClient.registered().tokensFor(person()).access());
        admin().confirm("keys/retire?key=" + key);
    }

    private void examine() {
        admin().fill("doctor", "doctor", Map.of("address", "" + TestServer.resource()));
    }

    private void removeProvider() {
        IdentityProvider.of(company);
        admin().confirm("identity/remove");
    }

    private void bindIdentity() {
        var client = IdentityProvider.app();
        var provider = IdentityProvider.of(company);
        IdentityProvider.redeem(
                client, provider.asserts(company.hire("AUTHOR"), client).signed());
    }

    private static String link(Administration admin, String page, String link) {
        return admin.open(page).page().select(link).attr("href").replace("/admin/", "");
    }
}
