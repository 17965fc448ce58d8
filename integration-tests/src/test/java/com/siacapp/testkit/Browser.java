package com.siacapp.testkit;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.AbstractMap.SimpleEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without script: cookies, forms and links. Redirects are followed by hand, so that a test sees each. */
public final class Browser {

    private final Map<String, String> cookies = new HashMap<>();

    public Browser() {}

    /** A second window: the same cookies, for a thread of its own. */
    public Browser(Browser other) {
        cookies.putAll(other.cookies);
    }

    public static Browser signedInAs(Person person) {
        if (person == Person.STRANGER) {
            Database.addStrangersTenant();
        }
        var browser = new Browser();
        var answer = browser.signIn(person.email(), person.password());
        if (answer.status() != 303) {
            throw new AssertionError("Sign-in of " + person + " failed: " + answer);
        }
        return browser;
    }

    public Answer signIn(String email, String password) {
        var page = open("/signin");
        return submit(page, Map.of("email", email, "password", password));
    }

    /** Whether whoever signed in with it still is. */
    public boolean isSignedIn() {
        return open(Account.PATH).status() == 200;
    }

    public Answer open(String path) {
        return keepCookies(Http.send(path, "GET", BodyPublishers.noBody(), this::withCookies));
    }

    public Answer open(URI address) {
        return open(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    /** Submits the page's only form with its hidden fields and these. */
    public Answer submit(Answer page, Map<String, String> fields) {
        var form = page.page().selectFirst("form");
        if (form == null) {
            throw new AssertionError("No form in " + page);
        }
        var hidden = form.select("input[type=hidden]").stream()
                .map(input -> (Entry<String, String>) new SimpleEntry<>(input.attr("name"), input.attr("value")));
        var all = Stream.concat(hidden, fields.entrySet().stream()).collect(Collectors.toList());
        return post(form.attr("action"), all);
    }

    public Answer post(String path, List<Entry<String, String>> form) {
        var answer = keepCookies(Http.postForm(path, form, this::withCookies));
        // A password that is refused may be any word.
        if (answer.status() == 303) {
            form.stream()
                    .filter(field -> field.getKey().equals("password"))
                    .map(Entry::getValue)
                    .forEach(Secrets::seen);
        }
        return answer;
    }

    /** A form that is encoded already, rightly or not. */
    public Answer postEncoded(String path, String form) {
        return keepCookies(Http.send(
                path,
                "POST",
                BodyPublishers.ofString(form),
                request -> withCookies(request.header("Content-Type", "application/x-www-form-urlencoded"))));
    }

    public Browser withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Answer keepCookies(Answer answer) {
        answer.response().headers().allValues("Set-Cookie").forEach(header -> {
            var pair = header.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }
}
