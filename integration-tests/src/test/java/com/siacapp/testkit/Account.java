package com.siacapp.testkit;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The page of a person's own account, as that person uses it in one browser. */
public record Account(Browser browser) {

    public static final String PATH = "/account";

    public static Account of(Person person) {
        return new Account(Browser.signedInAs(person));
    }

    public Answer open() {
        return browser.open(PATH);
    }

    /** The text of the page's main part. */
    public String text() {
        return open().page().select("main").text();
    }

    /** The grants that can be disconnected. */
    public List<String> apps() {
        return open().page().select("button[name=disconnect]").eachAttr("value");
    }

    /** The sessions that can be ended: all but the one that asks. */
    public List<String> otherSessions() {
        return open().page().select("button[name=end]").eachAttr("value");
    }

    /** Presses a button of the page, or one that somebody put there. */
    public Answer press(String name, String value) {
        return post(PATH, Map.of(name, value));
    }

    public Answer changePassword(String current, String password, String... more) {
        var form = new HashMap<>(Map.of("current", current, "password", password, "again", password));
        for (var box : more) {
            form.put(box, "yes");
        }
        return post(PATH + "/password", form);
    }

    private Answer post(String path, Map<String, String> fields) {
        var form = new ArrayList<Entry<String, String>>(Http.pairs(fields));
        form.add(new SimpleEntry<>("csrf", csrf()));
        return browser.post(path, form);
    }

    /** The token of every form of the account. */
    public String csrf() {
        return browser.open(PATH + "/password")
                .page()
                .selectFirst("form[action=/account/password] input[name=csrf]")
                .attr("value");
    }
}
