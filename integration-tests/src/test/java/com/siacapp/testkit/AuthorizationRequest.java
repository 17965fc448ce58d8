package com.siacapp.testkit;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** An authorization request that can be changed before it is sent. */
public record AuthorizationRequest(List<Entry<String, String>> parameters) {

    public AuthorizationRequest with(String name, String value) {
        var changed = without(name);
        changed.parameters.add(new SimpleEntry<>(name, value));
        return changed;
    }

    public AuthorizationRequest without(String name) {
        var changed = new ArrayList<>(parameters);
        changed.removeIf(parameter -> parameter.getKey().equals(name));
        return new AuthorizationRequest(changed);
    }

    /** The same parameter once more. */
    public AuthorizationRequest and(String name, String value) {
        var changed = new ArrayList<>(parameters);
        changed.add(new SimpleEntry<>(name, value));
        return new AuthorizationRequest(changed);
    }

    public String address() {
        return "/oauth/authorize?" + Http.encoded(parameters);
    }

    public Answer openedBy(Browser browser) {
        return browser.open(address());
    }

    /** The answer to the client after the person decided. */
    public Answer answeredWith(String decision, Browser browser) {
        return browser.submit(openedBy(browser), Map.of("decision", decision));
    }

    /** The code, after the person signed in and said yes, now or before. */
    public String allowedBy(Person person) {
        return allowedBy(Browser.signedInAs(person));
    }

    /** The same for whoever is signed in with this browser. */
    public String allowedBy(Browser browser) {
        var page = openedBy(browser);
        var answer = page.location().isPresent() ? page : browser.submit(page, Map.of("decision", "allow"));
        var code = answer.redirectParameters().get("code");
        if (code == null) {
            throw new AssertionError("No code in " + answer);
        }
        return code;
    }
}
