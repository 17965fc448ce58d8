package com.siacapp.testkit;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The pages of administration, in the browser of whoever is signed in with it. */
public record Administration(Browser browser) {

    /** Public keys as an administrator pastes them. */
    public static final String JWKS = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
            + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}";

    public Answer open(String path) {
        return browser.open("/admin/" + path);
    }

    /** The main part of a page, as it is read. */
    public String text(String path) {
        return open(path).page().select("main").text();
    }

    /** The rows of the page's tables, as they are read. */
    public String rows(String path) {
        return open(path).page().select("tbody").text();
    }

    /** Follows an act's link to its question, and says yes. */
    public Answer confirm(String path) {
        return fill(path, path, Map.of());
    }

    /** Fills in the form that posts to {@code action} on that page. */
    public Answer fill(String path, String action, Map<String, String> fields) {
        var page = open(path);
        var csrf = page.page().selectFirst("form[action=/admin/" + action + "] input[name=csrf]");
        if (csrf == null) {
            throw new AssertionError("No form for " + action + " on " + page);
        }
        return post(action, csrf.attr("value"), Http.pairs(fields));
    }

    public Answer post(String action, String csrf, List<Entry<String, String>> fields) {
        var form = new ArrayList<>(fields);
        form.add(new SimpleEntry<>("csrf", csrf));
        return browser.post("/admin/" + action, form);
    }

    /** The token that a form of this page carries, if it has one. */
    public String csrf(String path) {
        return open(path)
                .page()
                .select("form[action^=/admin/] input[name=csrf]")
                .attr("value");
    }

    /**
     * The company's own app, called Intranet.
     *
     * @param kind as the form has it: PUBLIC or SECRET
     */
    public OAuthClient makeApp(String kind, String redirectUri) {
        return app(
                fill(
                        "clients/new",
                        "clients/new",
                        Map.of("name", "Intranet", "redirect_uris", redirectUri, "kind", kind)),
                redirectUri);
    }

    /** The app whose id, and secret if it has one, a page shows once. */
    public static OAuthClient app(Answer shown, String redirectUri) {
        var codes = shown.page().select(".once code").eachText();
        if (codes.isEmpty()) {
            throw new AssertionError("No app in " + shown);
        }
        return OAuthClient.known(codes.get(0), codes.size() > 1 ? codes.get(1) : "", redirectUri);
    }

    /** The link that a page shows once. */
    public static Link link(Answer shown) {
        var code = shown.page().selectFirst(".once code");
        if (code == null) {
            throw new AssertionError("No link in " + shown);
        }
        return new Link(code.text().substring(code.text().indexOf("/link?")));
    }

    /** The notice a form's redirect leads to. */
    public static String notice(Answer answer) {
        return answer.redirectParameters().getOrDefault("notice", answer.toString());
    }
}
