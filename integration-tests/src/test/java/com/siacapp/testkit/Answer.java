package com.siacapp.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the server answered. */
public record Answer(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + this, notJson);
        }
    }

    public Document page() {
        return Jsoup.parse(body());
    }

    /** The OAuth error, wherever this endpoint puts it: the body or the redirect. */
    public String error() {
        return location().isPresent()
                ? redirectParameters().getOrDefault("error", "")
                : json().path("error").asText();
    }

    public Optional<URI> location() {
        return response.headers().firstValue("Location").map(URI::create);
    }

    /** Whether the browser is sent to this address, or path of the server's, whatever the parameters. */
    public boolean redirectsTo(String address) {
        var expected = TestServer.address().resolve(address).toString();
        return location()
                .filter(uri -> uri.toString().equals(expected) || uri.toString().startsWith(expected + "?"))
                .isPresent();
    }

    public Map<String, String> redirectParameters() {
        return location().map(Answer::parameters).orElse(Map.of());
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(String.valueOf(address.getRawQuery()).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first + "|" + second));
    }

    /** What the client is told if the person follows the link of a page that offers the way back. */
    public Map<String, String> offeredBack() {
        return parameters(backLink());
    }

    /** Whether the page offers the way back to this address, whatever the parameters. */
    public boolean offersTheWayBackTo(String address) {
        return backLink().toString().startsWith(address + "?");
    }

    private URI backLink() {
        var link = page().selectFirst(".go a");
        if (link == null) {
            throw new AssertionError("No way back in " + this);
        }
        return URI.create(link.attr("href"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + "\n" + body();
    }
}
