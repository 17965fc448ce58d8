package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.FOOTER_OPT_OUT_MISSING;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.Components;
import com.siacapp.templates.entity.TemplateContent;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WhatsApp Business messaging policy: people can always say that they want no more of it. */
final class OptOutRules {
    private static final Pattern OPT_OUT = Pattern.compile(ReferenceList.named("opt-out-phrases.txt").stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    private OptOutRules() {}

    static void check(TemplateContent content, Findings findings) {
        if (content.isFor(Category.MARKETING) && !offersOptOut(content.components())) {
            findings.add(FOOTER_OPT_OUT_MISSING);
        }
    }

    private static boolean offersOptOut(Components components) {
        var texts = Stream.concat(
                Stream.of(components.body().text(), components.footer()),
                components.buttons().stream()
                        .filter(button -> button.type() == Button.Type.QUICK_REPLY)
                        .map(Button::text));
        return texts.anyMatch(text -> OPT_OUT.matcher(PlainText.folded(text)).find());
    }
}
