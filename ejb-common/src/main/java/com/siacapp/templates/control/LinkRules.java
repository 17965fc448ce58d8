package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Component.BODY;
import static com.siacapp.templates.entity.Component.BUTTONS;
import static com.siacapp.templates.entity.Rule.LINKS_INSECURE;
import static com.siacapp.templates.entity.Rule.LINKS_SHORTENED;
import static com.siacapp.templates.entity.Rule.LINKS_TO_WHATSAPP;
import static java.util.stream.Collectors.joining;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Component;
import com.siacapp.templates.entity.TemplateContent;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Links that reviews reject, as providers report; Meta's pages do not say so, hence warnings. */
final class LinkRules {
    private static final Pattern LINK =
            Pattern.compile("(?i)\\b(?:(https?)://)?((?:[a-z0-9-]+\\.)+[a-z]{2,})(?=[/\\s?#:.,;)]|$)");
    private static final Set<String> SHORTENERS = ReferenceList.named("link-shorteners.txt");
    private static final Set<String> WHATSAPP = Set.of("wa.me", "api.whatsapp.com", "chat.whatsapp.com");

    private LinkRules() {}

    static void check(TemplateContent content, Findings findings) {
        links(BODY, content.components().body().text(), findings);
        for (var button : content.components().buttons()) {
            if (button instanceof Button.Url link) {
                links(BUTTONS, link.url(), findings);
            }
        }
    }

    private static void links(Component component, String text, Findings findings) {
        insecure(component, text, findings);
        shortened(component, text, findings);
        toWhatsApp(component, text, findings);
    }

    private static void insecure(Component component, String text, Findings findings) {
        var found = found(text, link -> "http".equalsIgnoreCase(link.group(1)), MatchResult::group);
        if (!found.isEmpty()) {
            findings.addIn(component, LINKS_INSECURE, found);
        }
    }

    private static void shortened(Component component, String text, Findings findings) {
        var found = found(text, link -> SHORTENERS.contains(host(link)), LinkRules::host);
        if (!found.isEmpty()) {
            findings.addIn(component, LINKS_SHORTENED, found);
        }
    }

    private static void toWhatsApp(Component component, String text, Findings findings) {
        var found = found(text, link -> WHATSAPP.contains(host(link)), LinkRules::host);
        if (component == BUTTONS && !found.isEmpty()) {
            findings.add(LINKS_TO_WHATSAPP, found);
        }
    }

    private static String found(String text, Predicate<MatchResult> unwanted, Function<MatchResult, String> shown) {
        return LINK.matcher(text)
                .results()
                .filter(unwanted)
                .map(shown)
                .distinct()
                .collect(joining(", "));
    }

    private static String host(MatchResult link) {
        return link.group(2).toLowerCase(Locale.ROOT);
    }
}
