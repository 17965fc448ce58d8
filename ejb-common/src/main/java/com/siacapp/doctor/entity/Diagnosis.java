package com.siacapp.doctor.entity;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the doctor says to people, in Spanish or, for everybody else, in English; the page and the launcher say the same. */
public final class Diagnosis {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Diagnosis IN_SPANISH = new Diagnosis(SPANISH);
    private static final Diagnosis IN_ENGLISH = new Diagnosis(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle texts;

    private Diagnosis(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(Diagnosis.class.getName(), locale);
    }

    public static Diagnosis in(Locale locale) {
        return locale.getLanguage().equals(SPANISH.getLanguage()) ? IN_SPANISH : IN_ENGLISH;
    }

    /** What a part of the way is called. */
    public String name(Part part) {
        return texts.getString("part." + part);
    }

    /** A step's outcome in a word. */
    public String word(Outcome outcome) {
        return texts.getString("outcome." + outcome);
    }

    /** What is wrong. */
    public String what(Finding finding) {
        return sentence(finding, ".what");
    }

    /** How to mend it. */
    public String remedy(Finding finding) {
        return sentence(finding, ".do");
    }

    /** The examination in a sentence. */
    public String verdict(Examination examination) {
        return new MessageFormat(texts.getString("verdict." + examination.outcome()), locale)
                .format(new Object[] {examination.problems()});
    }

    private String sentence(Finding finding, String kind) {
        return new MessageFormat(texts.getString(finding.fault() + kind), locale)
                .format(finding.values().toArray());
    }
}
