package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A device without a browser that asked for access (RFC 8628), and what its person does about it in a browser. */
public record Device(OAuthClient client, JsonNode asked) {

    public static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** A client that registered itself for devices, besides what others register. */
    public static OAuthClient app() {
        return app(metadata -> {});
    }

    public static OAuthClient app(Consumer<ObjectNode> tweak) {
        Consumer<ObjectNode> devices = metadata -> metadata.putArray("grant_types")
                .add("authorization_code")
                .add("refresh_token")
                .add(GRANT);
        return OAuthClient.registered(devices.andThen(tweak));
    }

    /** A device of that client, which asks for these scopes. */
    public static Device of(OAuthClient client, String... scopes) {
        return started(client, asks(client, Form.with("scope", String.join(" ", scopes))));
    }

    public static Device started(OAuthClient client, Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("No device code: " + answer);
        }
        return new Device(client, answer.json());
    }

    /** The request to the device authorization endpoint, right but for the change. */
    public static Answer asks(OAuthClient client, UnaryOperator<Map<String, String>> tweak, String... proofs) {
        var form = client.authenticated(Map.of("resource", "" + TestServer.resource()));
        return Http.postForm("/oauth/device_authorization", Http.pairs(tweak.apply(form)), request -> {
            List.of(proofs).forEach(proof -> request.header("DPoP", proof));
            return request;
        });
    }

    public String deviceCode() {
        return asked.path("device_code").asText();
    }

    /** As it is shown. */
    public String userCode() {
        return asked.path("user_code").asText();
    }

    /** Asks whether its person has decided. */
    public Answer polls() {
        return polls(client);
    }

    /** The same in the name of another client, or with another proof. */
    public Answer polls(OAuthClient other) {
        return polls(other, form -> form);
    }

    public Answer polls(OAuthClient other, UnaryOperator<Map<String, String>> tweak) {
        var form = new LinkedHashMap<>(Map.of("grant_type", GRANT, "device_code", deviceCode()));
        return other.token(Http.pairs(tweak.apply(other.authenticated(form))));
    }

    /** What follows when somebody enters its code. */
    public Answer enteredBy(Browser browser) {
        return enter(browser, userCode());
    }

    public static Answer enter(Browser browser, String code) {
        return browser.submit(browser.open("/device"), Map.of("user_code", code));
    }

    /** Its code entered and the question answered. */
    public Answer answeredWith(String decision, Browser browser) {
        return browser.submit(enteredBy(browser), Map.of("decision", decision));
    }

    /** The same device after the person said yes. */
    public Device allowedBy(Browser browser) {
        var answer = answeredWith("allow", browser);
        if (answer.status() != 200 || !answer.body().contains("/account")) {
            throw new AssertionError("Not allowed: " + answer);
        }
        return this;
    }

    public Device allowedBy(Person person) {
        return allowedBy(Browser.signedInAs(person));
    }

    /** What is over is forgotten, as the timer does it. */
    public static void forgetExpired() {
        var answer = Http.send("/in-container/forget", "POST", BodyPublishers.noBody(), request -> request);
        if (answer.status() != 200) {
            throw new AssertionError("Not forgotten: " + answer);
        }
    }

    public URI verificationUri() {
        return URI.create(asked.path("verification_uri").asText());
    }

    /** The link's path and query. */
    public String path() {
        return link().getPath() + "?" + link().getQuery();
    }

    /** The link that brings the code. */
    public URI link() {
        return URI.create(asked.path("verification_uri_complete").asText());
    }
}
