package com.siacapp.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** A tenant's program with its credentials, and what its administrator does with it. */
public record ServiceAccount(String id, String clientId, String secret) {

    public static ServiceAccount created(String role, String... scopes) {
        var told = act(Person.ADMIN, Map.of("act", "create", "role", role, "scope", String.join(" ", scopes)));
        return parsed(told.body());
    }

    public ServiceAccount withNewSecret() {
        return parsed(act(Person.ADMIN, Map.of("act", "rotate", "id", id)).body());
    }

    /** The administrator's act on this account; the answer's body is whether there was one. */
    public Answer is(String act, Person administrator) {
        return act(administrator, Map.of("act", act, "id", id));
    }

    public static Answer act(Person administrator, Map<String, String> parameters) {
        var user = Database.value("select id from app_user where email = '" + administrator.email() + "'");
        var form = new ArrayList<>(Http.pairs(parameters));
        form.add(Map.entry("administrator", user));
        return Http.postForm("/in-container/service-accounts", form, request -> request);
    }

    /** A token request with these parameters. */
    public Answer requestsToken(Map<String, String> parameters) {
        return requestsToken(parameters, List.of());
    }

    public Answer requestsToken(Map<String, String> parameters, List<String> proofs) {
        var form = new ArrayList<Entry<String, String>>(Http.pairs(parameters));
        form.add(Map.entry("grant_type", "client_credentials"));
        var pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return Http.postForm("/oauth/token", form, request -> {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
            proofs.forEach(proof -> request.header("DPoP", proof));
            return request;
        });
    }

    public Tokens tokens() {
        return Tokens.of(requestsToken(Map.of()));
    }

    /** A request to an endpoint that takes a token and the client's credentials. */
    public Answer asks(String endpoint, String token) {
        var pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return Http.postForm(
                endpoint,
                Http.pairs(Map.of("token", token)),
                request -> request.header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    private static ServiceAccount parsed(String told) {
        var parts = told.split(" ", 3);
        return new ServiceAccount(parts[0], parts[1], Secrets.seen(parts[2]));
    }
}
