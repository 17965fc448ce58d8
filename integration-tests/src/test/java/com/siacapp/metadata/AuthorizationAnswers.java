package com.siacapp.metadata;

import static com.siacapp.metadata.Cases.ELSEWHERE;
import static com.siacapp.metadata.Cases.NONSENSE;
import static com.siacapp.metadata.Cases.second;
import static com.siacapp.testkit.OAuthClient.metadata;
import static com.siacapp.testkit.OAuthClient.ofTheDemoCompany;
import static com.siacapp.testkit.OAuthClient.registered;

import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Form;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Person;
import java.util.List;
import java.util.Map;

/** What browsers and devices are sent for, and the end of it. */
final class AuthorizationAnswers {

    private final Cases cases;

    AuthorizationAnswers(Cases cases) {
        this.cases = cases;
    }

    void add() {
        authorization();
        refusedAuthorization();
        pushing();
        devices();
        logout();
    }

    private void authorization() {
        var request = registered().authorizationRequest();
        cases.add("authorize", "200", () -> request.openedBy(author()));
        cases.add("authorize", "303", () -> request.openedBy(new Browser()));
        cases.add("authorize", "400", () -> request.with("client_id", NONSENSE).openedBy(author()));
        cases.add("authorizeByPost", "303", () -> new Browser().post("/oauth/authorize", request.parameters()));
        cases.add("authorizeByPost", "303 access_denied", () -> request.answeredWith("deny", author()));
        cases.add(
                "authorizeByPost",
                "400",
                () -> new Browser()
                        .post(
                                "/oauth/authorize",
                                request.with("id_token_hint", "a")
                                        .and("id_token_hint", "b")
                                        .parameters()));
    }

    /** Clients of the company are told at once, others by a link on a page. */
    private void refusedAuthorization() {
        var limited = registered(client -> client.putArray("grant_types").add(Device.GRANT));
        cases.add(
                "authorize",
                "400 unauthorized_client",
                () -> limited.authorizationRequest().openedBy(author()));
        Map.of("303", ofTheDemoCompany(), "400", registered()).forEach((status, client) -> {
            var request = client.authorizationRequest();
            Map.of(
                            "invalid_request", request.without("code_challenge"),
                            "unsupported_response_type", request.with("response_type", "token"),
                            "invalid_scope", request.with("scope", NONSENSE),
                            "invalid_target", request.with("resource", ELSEWHERE),
                            "login_required", request.with("prompt", "none").with("id_token_hint", NONSENSE),
                            "consent_required", request.with("prompt", "none"))
                    .forEach((error, asked) ->
                            cases.add("authorize", status + " " + error, () -> asked.openedBy(author())));
        });
    }

    private void pushing() {
        var operation = "pushAuthorizationRequest";
        var client = registered();
        var request = client.authorizationRequest();
        var limited = registered(metadata -> metadata.putArray("grant_types").add(Device.GRANT));
        cases.add(operation, "201", () -> client.push(request));
        cases.add(
                operation, "201", () -> client.push(request, DpopKey.generated().proofForPushing()));
        cases.add(operation, "400 invalid_request", () -> client.push(request.with("request_uri", ELSEWHERE)));
        cases.add(operation, "400 unauthorized_client", () -> limited.push(limited.authorizationRequest()));
        cases.add(
                operation, "400 unsupported_response_type", () -> client.push(request.with("response_type", "token")));
        cases.add(operation, "400 invalid_scope", () -> client.push(request.with("scope", NONSENSE)));
        cases.add(operation, "400 invalid_target", () -> client.push(request.with("resource", ELSEWHERE)));
        cases.add(operation, "400 invalid_dpop_proof", () -> client.push(request, NONSENSE));
        cases.add(operation, "401 invalid_client", () -> client.push(request.with("client_id", NONSENSE)));
        cases.add(
                operation,
                "429 temporarily_unavailable",
                () -> Elsewhere.at("127.0.0.143")
                        .does(() -> second("SIAC_LIMIT_PUSHED_REQUESTS_PER_ADDRESS", () -> client.push(request))));
    }

    private void devices() {
        var operation = "authorizeDevice";
        var client = Device.app();
        cases.add(operation, "200", () -> Device.asks(client, form -> form));
        cases.add(operation, "400 invalid_request", () -> Device.asks(client, Form.without("client_id")));
        cases.add(operation, "400 unauthorized_client", () -> Device.asks(registered(), form -> form));
        cases.add(operation, "400 invalid_scope", () -> Device.asks(client, Form.with("scope", NONSENSE)));
        cases.add(operation, "400 invalid_target", () -> Device.asks(client, Form.with("resource", ELSEWHERE)));
        cases.add(operation, "400 invalid_dpop_proof", () -> Device.asks(client, form -> form, NONSENSE));
        cases.add(operation, "401 invalid_client", () -> Device.asks(client, Form.with("client_id", NONSENSE)));
        cases.add(
                operation,
                "429 temporarily_unavailable",
                () -> Elsewhere.at("127.0.0.144")
                        .does(() -> second(
                                "SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_ADDRESS",
                                () -> Device.asks(client, form -> form))));
    }

    private void logout() {
        var toElsewhere = Map.of("post_logout_redirect_uri", ELSEWHERE);
        cases.add("logOut", "200", () -> author().open("/oauth/logout"));
        cases.add("logOut", "200", () -> new Browser().open("/oauth/logout"));
        cases.add("logOut", "400", () -> author().open("/oauth/logout?" + Http.encoded(Http.pairs(toElsewhere))));
        cases.add("logOutByPost", "303", () -> new Browser().post("/oauth/logout", Http.pairs(toElsewhere)));
        cases.add(
                "logOutByPost",
                "400",
                () -> new Browser()
                        .post("/oauth/logout", List.of(Map.entry("client_id", "a"), Map.entry("client_id", "b"))));
    }

    private static Browser author() {
        return Browser.signedInAs(Person.AUTHOR);
    }
}
