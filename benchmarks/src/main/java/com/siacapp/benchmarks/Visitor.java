package com.siacapp.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** A person with a browser, as far as pages without script need one. */
final class Visitor {

    private final Site site;
    private final Connection connection;
    private final Map<String, String> cookies = new HashMap<>();

    private Visitor(Site site, Connection connection) {
        this.site = site;
        this.connection = connection;
    }

    static Visitor signedIn(Site site, Connection connection, String email, String password) throws IOException {
        var visitor = new Visitor(site, connection);
        visitor.submit(visitor.open("/signin"), "password", Map.of("email", email, "password", password))
                .require(303, "");
        return visitor;
    }

    Reply open(String path) throws IOException {
        return kept(connection.send(site.get(path, cookieHeader())));
    }

    /** Fills in the form of this page that has such a field; what is hidden in it goes along. */
    Reply submit(Reply page, String field, Map<String, String> fields) throws IOException {
        var form = Jsoup.parse(page.require(200, "<form").text()).selectFirst("form:has([name=" + field + "])");
        if (form == null) {
            throw new Reply.WrongAnswer("no form in " + page.text());
        }
        var all = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.attr("value")));
        all.putAll(fields);
        return kept(connection.send(site.postForm(form.attr("action"), all, cookieHeader())));
    }

    /** The code in the answer to a client, which sends the person back with it. */
    static String codeIn(Reply answer) {
        var query = answer.header("Location")
                .map(URI::create)
                .map(URI::getRawQuery)
                .orElseThrow(() -> new Reply.WrongAnswer("no address to go back to: " + answer.head()));
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith("code=")) {
                return pair.substring("code=".length());
            }
        }
        throw new Reply.WrongAnswer("no code: " + query);
    }

    String cookieHeader() {
        return "Cookie: "
                + cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private Reply kept(Reply answer) {
        answer.headers("Set-Cookie").forEach(header -> {
            var pair = header.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }
}
