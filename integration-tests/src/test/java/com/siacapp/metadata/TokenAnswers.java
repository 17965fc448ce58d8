package com.siacapp.metadata;

import static com.siacapp.metadata.Cases.ELSEWHERE;
import static com.siacapp.metadata.Cases.NONSENSE;
import static com.siacapp.metadata.Cases.second;
import static com.siacapp.metadata.Cases.send;
import static com.siacapp.testkit.OAuthClient.confidential;
import static com.siacapp.testkit.OAuthClient.known;
import static com.siacapp.testkit.OAuthClient.registered;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Form;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a client gets, and what it is good for. */
final class TokenAnswers {

    private static final String WRONG_SECRETS = "SIAC_LIMIT_CLIENT_AUTHENTICATION_FAILURES";

    private final Cases cases;

    TokenAnswers(Cases cases) {
        this.cases = cases;
    }

    void add() {
        tokens();
        refusedTokens();
        aboutTokens();
        userInfo();
    }

    private void tokens() {
        cases.add("getTokens", "200", () -> {
            var client = registered();
            return client.redeem(
                    client.authorizationRequest().with("scope", "openid").allowedBy(author()));
        });
        cases.add("getTokens", "200", () -> {
            var client = registered().proving(DpopKey.generated());
            return client.refresh(client.tokensFor(Person.AUTHOR).refresh());
        });
        cases.add(
                "getTokens",
                "200",
                () -> Device.of(Device.app(), "openid").allowedBy(author()).polls());
        cases.add(
                "getTokens",
                "200",
                () -> ServiceAccount.created("VIEWER", "siac.templates.read").requestsToken(Map.of()));
        cases.add("getTokens", "200", () -> {
            var company = Company.added();
            var client = IdentityProvider.app();
            var assertion = IdentityProvider.of(company).asserts(company.hire("AUTHOR"), client);
            return IdentityProvider.redeem(client, assertion.signed());
        });
    }

    private void refusedTokens() {
        cases.add("getTokens", "400 invalid_request", () -> registered().redeem("x", Form.without("code")));
        cases.add("getTokens", "400 invalid_grant", () -> registered().redeem("x"));
        cases.add(
                "getTokens",
                "400 unauthorized_client",
                () -> registered().redeem("x", Form.with("grant_type", "client_credentials")));
        cases.add(
                "getTokens",
                "400 unsupported_grant_type",
                () -> registered().redeem("x", Form.with("grant_type", "password")));
        cases.add("getTokens", "400 invalid_scope", () -> {
            var client = registered();
            var tokens = client.tokensFor(Person.AUTHOR, "siac.templates.read");
            return client.refresh(tokens.refresh(), Form.with("scope", "siac.templates.write"));
        });
        cases.add("getTokens", "400 invalid_target", () -> {
            var client = registered();
            return client.redeem(client.authorizationRequest().allowedBy(author()), Form.with("resource", ELSEWHERE));
        });
        cases.add("getTokens", "400 invalid_dpop_proof", () -> {
            var client = registered();
            var code = client.authorizationRequest().allowedBy(author());
            return client.sending(() -> List.of(NONSENSE)).redeem(code);
        });
        cases.add("getTokens", "400 authorization_pending", () -> waiting().polls());
        cases.add("getTokens", "400 slow_down", () -> {
            var device = waiting();
            device.polls();
            return device.polls();
        });
        cases.add("getTokens", "400 access_denied", () -> {
            var device = waiting();
            device.answeredWith("deny", author());
            return device.polls();
        });
        cases.add("getTokens", "400 expired_token", () -> {
            var device = waiting();
            Time.passes(Duration.ofMinutes(15));
            return device.polls();
        });
        refusedClients("getTokens", client -> client.redeem("x"));
    }

    private static Device waiting() {
        return Device.of(Device.app(), "siac.templates.read");
    }

    private void refusedClients(String operation, Function<OAuthClient, Answer> request) {
        cases.add(operation, "401 invalid_client", () -> request.apply(known(NONSENSE, NONSENSE)));
        cases.add(operation, "429 temporarily_unavailable", () -> {
            var client = known(confidential().id(), NONSENSE);
            return second(WRONG_SECRETS, () -> request.apply(client));
        });
    }

    private void aboutTokens() {
        cases.add("revokeToken", "200", () -> registered().revoke(NONSENSE));
        cases.add("revokeToken", "400 invalid_request", () -> registered().revoke(""));
        refusedClients("revokeToken", client -> client.revoke(NONSENSE));
        cases.add("introspectToken", "200", () -> {
            var client = confidential();
            return client.introspect(client.tokensFor(Person.AUTHOR).access());
        });
        cases.add("introspectToken", "200", () -> {
            var client = confidential();
            return client.introspect(
                    client.proving(DpopKey.generated()).tokensFor(Person.AUTHOR).refresh());
        });
        cases.add("introspectToken", "200", () -> confidential().introspect(NONSENSE));
        cases.add("introspectToken", "400 invalid_request", () -> confidential().introspect(""));
        cases.add("introspectToken", "401 invalid_client", () -> registered().introspect(NONSENSE));
        refusedClients("introspectToken", client -> client.introspect(NONSENSE));
    }

    private void userInfo() {
        Map.of("getUserInfo", "GET", "getUserInfoByPost", "POST").forEach((operation, method) -> {
            cases.add(operation, "200", () -> userInfo(method, "Bearer " + access("openid")));
            cases.add(operation, "200", () -> userInfo(method, "Bearer " + access("openid", "profile", "email")));
            cases.add(operation, "401 invalid_token", () -> userInfo(method, "Bearer " + NONSENSE));
            cases.add(operation, "401 invalid_token", () -> send(method, "/oauth/userinfo", Map.of()));
            cases.add(operation, "401 invalid_dpop_proof", () -> userInfo(method, "DPoP " + access("openid")));
            cases.add(
                    operation,
                    "403 insufficient_scope",
                    () -> userInfo(method, "Bearer " + access("siac.templates.read")));
        });
    }

    private static Answer userInfo(String method, String authorization) {
        return send(method, "/oauth/userinfo", Map.of("Authorization", authorization));
    }

    private static String access(String... scopes) {
        return registered().tokensFor(Person.AUTHOR, scopes).access();
    }

    private static Browser author() {
        return Browser.signedInAs(Person.AUTHOR);
    }
}
