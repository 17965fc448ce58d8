package com.siacapp.templates.entity;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the rules say to people, in Spanish or, for everybody else, in English. */
final class RuleMessages {
    private static final Locale SPANISH = new Locale("es");
    private static final RuleMessages IN_SPANISH = new RuleMessages(SPANISH);
    private static final RuleMessages IN_ENGLISH = new RuleMessages(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private RuleMessages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(RuleMessages.class.getName(), locale);
    }

    static RuleMessages in(Locale locale) {
        return locale.getLanguage().equals(SPANISH.getLanguage()) ? IN_SPANISH : IN_ENGLISH;
    }

    String text(String key, String... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
