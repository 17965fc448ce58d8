package com.siacapp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Consumer;

/** A registration, and who manages it with the token it came with. */
public record Registration(String id, String token, String address) {

    public static Registration of(Consumer<ObjectNode> tweak) {
        var answer = Http.postJson("/oauth/register", OAuthClient.metadata(tweak));
        if (answer.status() != 201) {
            throw new AssertionError("Registration failed: " + answer);
        }
        return new Registration(
                answer.json().path("client_id").asText(),
                answer.json().path("registration_access_token").asText(),
                answer.json().path("registration_client_uri").asText());
    }

    /** Somebody who tries another token. */
    public Registration with(String otherToken) {
        return new Registration(id, otherToken, address);
    }

    /** Somebody who tries another client. */
    public Registration withId(String otherId) {
        return new Registration(otherId, token, address);
    }

    public OAuthClient client() {
        return OAuthClient.known(id);
    }

    public Answer read() {
        return send("GET", "");
    }

    /** Says everything anew, and who it is, but for these changes. */
    public Answer update(Consumer<ObjectNode> tweak) {
        Consumer<ObjectNode> itself = metadata -> metadata.put("client_id", id);
        return send("PUT", OAuthClient.metadata(itself.andThen(tweak)));
    }

    public Answer delete() {
        return send("DELETE", "");
    }

    public Answer preflight() {
        return send("OPTIONS", "");
    }

    private Answer send(String method, String body) {
        return Http.send(
                "/oauth/register/" + id,
                method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                request ->
                        request.header("Authorization", "Bearer " + token).header("Content-Type", "application/json"));
    }

    @Override
    public String toString() {
        return "Who holds [" + token.substring(0, Math.min(6, token.length())) + "…] of " + id;
    }
}
