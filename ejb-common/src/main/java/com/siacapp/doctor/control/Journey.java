package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.HTTP_BEHIND_PROXY;
import static com.siacapp.doctor.entity.Fault.INVALID_MEMBER;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.WebAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one examination has learnt so far, for the stations that follow. Of one thread. */
final class Journey {

    private final String given;
    private final Requests requests;
    private final Consent consent;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private @Nullable WebAddress endpoint;
    private @Nullable WebAddress challengedMetadata;
    private @Nullable WebAddress issuer;
    private @Nullable JsonNode server;
    private @Nullable ProbeClient client;
    private @Nullable String token;
    private boolean isReached;

    Journey(String given, Requests requests, Consent consent, Clock clock) {
        this.given = given;
        this.requests = requests;
        this.consent = consent;
        this.clock = clock;
    }

    String given() {
        return given;
    }

    Requests requests() {
        return requests;
    }

    Consent consent() {
        return consent;
    }

    Clock clock() {
        return clock;
    }

    void found(Fault fault, Object... values) {
        found(Finding.of(fault, values));
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** The findings since the last call. */
    List<Finding> takeFindings() {
        var taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    boolean hasEndpoint() {
        return endpoint != null;
    }

    WebAddress endpoint() {
        return known(endpoint);
    }

    void learnEndpoint(WebAddress address) {
        endpoint = address;
    }

    /** Whether some server answered at the endpoint, whatever it said. */
    boolean isReached() {
        return isReached;
    }

    void learnReached() {
        isReached = true;
    }

    /** Where the challenge says that the metadata is. */
    Optional<WebAddress> challengedMetadata() {
        return Optional.ofNullable(challengedMetadata);
    }

    void learnChallengedMetadata(WebAddress address) {
        challengedMetadata = address;
    }

    boolean hasIssuer() {
        return issuer != null;
    }

    /** The authorization server as the resource names it. */
    WebAddress issuer() {
        return known(issuer);
    }

    void learnIssuer(WebAddress address) {
        issuer = address;
    }

    void learnServer(JsonNode metadata) {
        server = metadata;
    }

    boolean hasEndpointOf(String member) {
        return server != null && serverEndpoint(member).isPresent();
    }

    /** An address that the server's metadata names and that may be used. */
    Optional<WebAddress> serverEndpoint(String member) {
        return Optional.ofNullable(server)
                .flatMap(metadata -> WebAddress.of(metadata.path(member).asText()))
                .filter(address -> !isDowngrade(address));
    }

    boolean hasClient() {
        return client != null;
    }

    ProbeClient client() {
        return known(client);
    }

    void learnClient(ProbeClient registered) {
        client = registered;
    }

    /** A good access token, when a person consented to one. */
    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    void learnToken(String good) {
        token = good;
    }

    /** An address in a document or a header that may be used; why another may not is found. */
    Optional<WebAddress> address(String name, String value) {
        var address = WebAddress.of(value);
        if (address.isEmpty()) {
            found(INVALID_MEMBER, name, value);
        }
        if (address.filter(this::isDowngrade).isPresent()) {
            found(HTTP_BEHIND_PROXY, name, value);
        }
        return address.filter(usable -> !isDowngrade(usable));
    }

    /** No secret leaves an encrypted way for one that is not. */
    private boolean isDowngrade(WebAddress address) {
        return endpoint().isHttps() && !address.isHttps();
    }

    private static <T> T known(@Nullable T fact) {
        if (fact == null) {
            throw new IllegalStateException("A station was visited before one that it follows");
        }
        return fact;
    }
}
