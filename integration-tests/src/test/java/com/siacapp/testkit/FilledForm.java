package com.siacapp.testkit;

import java.util.AbstractMap.SimpleEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;

/** A page's form with something good in each field, its token too; buttons are fields without a value. */
public record FilledForm(String action, Map<String, String> fields) {

    public static FilledForm of(Answer page) {
        var form = page.page().selectFirst("main form[method=post]");
        if (form == null) {
            throw new AssertionError("No form in " + page);
        }
        return of(form);
    }

    public static FilledForm of(Element form) {
        var fields = new LinkedHashMap<String, String>();
        form.select("[name]").forEach(field -> fields.putIfAbsent(field.attr("name"), good(field)));
        return new FilledForm(form.attr("action"), fields);
    }

    public Set<String> names() {
        return fields.keySet();
    }

    /** The form as it is sent, with this in one of its fields, encoded already. */
    public String encoded(String name, String value) {
        var others = fields.entrySet().stream()
                .filter(field -> !field.getKey().equals(name))
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> (Entry<String, String>) new SimpleEntry<>(field.getKey(), field.getValue()))
                .toList();
        return Http.encoded(others) + "&" + name + "=" + value;
    }

    private static String good(Element field) {
        var name = field.attr("name");
        if (field.tagName().equals("button")) {
            return "";
        }
        if (field.tagName().equals("select")) {
            var options = field.select("option[selected]");
            return (options.isEmpty() ? field.select("option") : options).attr("value");
        }
        if (List.of("hidden", "radio", "checkbox").contains(field.attr("type"))) {
            return field.attr("value");
        }
        return switch (name) {
            case "email" -> UUID.randomUUID() + "@filled.siac.test";
            case "current", "password", "again" -> Link.GOOD_PASSWORD;
            case "redirect_uris" -> OAuthClient.REDIRECT_URI;
            case "address" -> "http://no-such-host.invalid/mcp";
            case "issuer" -> "https://login.vendor.test/" + UUID.randomUUID();
            case "jwks" -> Administration.JWKS;
            case "jwks_uri" -> "";
            default -> "Filled in";
        };
    }
}
