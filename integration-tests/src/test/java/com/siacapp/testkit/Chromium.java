package com.siacapp.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A real browser that looks at pages (the script {@code pages.mjs}); pictures of them are in {@code target/pages}. */
public final class Chromium {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Chromium() {}

    /**
     * A page to look at, with the cookies of who looks.
     *
     * @param press the button, as a selector, behind which the page is; empty for none
     */
    public record Page(String name, String address, Map<String, String> cookies, String press) {

        /** The page that follows when this button is pressed. */
        public Page after(String button) {
            return new Page(name, address, cookies, button);
        }
    }

    /**
     * A page as it was seen once.
     *
     * @param template what it was made of
     */
    public record View(
            String page,
            String language,
            String device,
            String title,
            String template,
            String spoken,
            int overflow,
            List<Violation> violations) {

        /** What axe calls serious or critical: some people cannot use the page. */
        public List<Violation> seriousViolations() {
            return violations.stream()
                    .filter(violation -> SERIOUS.contains(violation.impact()))
                    .toList();
        }

        @Override
        public String toString() {
            return page + ", " + language + ", " + device;
        }
    }

    /** A rule of axe that a page breaks, and the elements that break it. */
    public record Violation(String id, String impact, String help, List<String> where) {}

    public static Page page(String name, String path) {
        return new Page(name, TestServer.address() + path, Map.of(), "");
    }

    public static Page page(String name, String path, Person person) {
        return page(name, path, Browser.signedInAs(person));
    }

    /** A page that somebody came to who did more than sign in. */
    public static Page page(String name, String path, Browser browser) {
        return new Page(name, TestServer.address() + path, browser.cookies(), "");
    }

    /** Every page in each language and on each device. */
    public static Stream<View> visit(List<Page> pages) {
        try {
            var seen = new NodeScript("pages.mjs", List.of(), Map.of("SIAC_PAGES", JSON.writeValueAsString(pages)))
                    .run("pages");
            return JSON.convertValue(seen, new TypeReference<List<View>>() {}).stream();
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
