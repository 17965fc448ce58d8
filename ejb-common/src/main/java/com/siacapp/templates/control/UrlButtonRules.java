package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.BUTTONS_URL_EXAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_INVALID;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_TOO_LONG;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_VARIABLE;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateText;
import java.net.URI;
import java.net.URISyntaxException;

/** Meta, message templates: components, URL buttons. */
final class UrlButtonRules {

    private UrlButtonRules() {}

    static void check(TemplateContent content, Findings findings) {
        for (var button : content.components().buttons()) {
            if (button instanceof Button.Url link) {
                var url = new TemplateText(link.url());
                syntax(url, findings);
                length(url, findings);
                variable(url, findings);
                example(link, url, findings);
            }
        }
    }

    private static void syntax(TemplateText url, Findings findings) {
        if (!isWebAddress(url.text().replaceAll("\\{\\{[^{}]*}}", "x"))) {
            findings.add(BUTTONS_URL_INVALID, url.text());
        }
    }

    private static void length(TemplateText url, Findings findings) {
        if (url.length() > BUTTONS_URL_TOO_LONG.limit()) {
            findings.add(BUTTONS_URL_TOO_LONG, url.length());
        }
    }

    private static void variable(TemplateText url, Findings findings) {
        var count = url.variables().size();
        if (count > BUTTONS_URL_VARIABLE.limit() || (count > 0 && !url.endsWithVariable())) {
            findings.add(BUTTONS_URL_VARIABLE, url.text());
        }
    }

    private static void example(Button.Url link, TemplateText url, Findings findings) {
        if (url.hasVariables() && link.example().isBlank()) {
            findings.add(BUTTONS_URL_EXAMPLE_MISSING, url.text());
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
