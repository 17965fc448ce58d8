package com.siacapp.templates.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What header, footer and labels may not have, and how words are compared. */
final class PlainText {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    /** An asterisk alone, or a pair of the other marks around a word. WhatsApp: how to format your messages. */
    private static final Pattern FORMATTING =
            Pattern.compile("\\*|(?<!\\w)_[^_\\s][^_]*_(?!\\w)|~[^~\\s][^~]*~|`[^`]+`");
    /** The blocks of emoji, and the marks that make one of another character. */
    private static final Pattern EMOJI =
            Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B50}\\x{2B55}\\x{FE0F}\\x{20E3}]");

    private PlainText() {}

    static boolean hasLineBreak(String text) {
        return LINE_BREAK.matcher(text).find();
    }

    static boolean hasFormatting(String text) {
        return FORMATTING.matcher(text).find();
    }

    static boolean hasEmoji(String text) {
        return EMOJI.matcher(text).find();
    }

    /** Lower case and without accents. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
