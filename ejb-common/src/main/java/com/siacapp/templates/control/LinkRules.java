package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Component.BODY;
import static com.siacapp.templates.entity.Component.BUTTONS;
import static com.siacapp.templates.entity.Rule.LINKS_INSECURE;
import static com.siacapp.templates.entity.Rule.LINKS_SHORTENED;
import static com.siacapp.templates.entity.Rule.LINKS_TO_WHATSAPP;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Component;
import com.siacapp.templates.entity.TemplateContent;
import java.util.Locale;
import java.util.Set;
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
        LINK.matcher(text).results().forEach(link -> {
            insecure(component, link, findings);
            shortened(component, link, findings);
            toWhatsApp(component, link, findings);
        });
    }

    private static void insecure(Component component, MatchResult link, Findings findings) {
        if ("http".equalsIgnoreCase(link.group(1))) {
            findings.addIn(component, LINKS_INSECURE, link.group());
        }
    }

    private static void shortened(Component component, MatchResult link, Findings findings) {
        if (SHORTENERS.contains(host(link))) {
            findings.addIn(component, LINKS_SHORTENED, host(link));
        }
    }

    private static void toWhatsApp(Component component, MatchResult link, Findings findings) {
        if (component == BUTTONS && WHATSAPP.contains(host(link))) {
            findings.add(LINKS_TO_WHATSAPP, host(link));
        }
    }

    private static String host(MatchResult link) {
        return link.group(2).toLowerCase(Locale.ROOT);
    }
}
