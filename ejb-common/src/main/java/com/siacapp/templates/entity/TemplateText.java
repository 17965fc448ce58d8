package com.siacapp.templates.entity;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with variables in double braces. Meta, message templates: parameter formats.
 *
 * <p>Lengths are counted in code points: what a person takes for one character, and never more than Meta counts if it
 * counts UTF-16 units. Meta does not say.
 */
public record TemplateText(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern FINAL_PLACEHOLDER = Pattern.compile(PLACEHOLDER + "$");
    private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    /** Scripts that put no spaces between words. */
    private static final Pattern UNSPACED_LETTER = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

    /**
     * One place where a value goes.
     *
     * @param name as written between the braces
     */
    public record Variable(String name) {
        private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,2}");
        private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

        public boolean isPositional() {
            return POSITION.matcher(name).matches();
        }

        public boolean isNamed() {
            return NAME.matcher(name).matches();
        }
    }

    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** All variables, in their order, each as often as it appears. */
    public List<Variable> variables() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> new Variable(found.group(1)))
                .toList();
    }

    public boolean hasVariables() {
        return PLACEHOLDER.matcher(text).find();
    }

    public boolean startsWithVariable() {
        return PLACEHOLDER.matcher(text.strip()).lookingAt();
    }

    public boolean endsWithVariable() {
        return FINAL_PLACEHOLDER.matcher(text.strip()).find();
    }

    /** Whether no letter or digit stands before the first variable, or none after the last. */
    public boolean hasVariableAtEdge() {
        var around = PLACEHOLDER.split(text, -1);
        return around.length > 1 && (countWords(around[0]) == 0 || countWords(around[around.length - 1]) == 0);
    }

    /** Whether only white space stands between two variables. */
    public boolean hasAdjacentVariables() {
        return ADJACENT.matcher(text).find();
    }

    /** The text without its variables. */
    public String fixedText() {
        return PLACEHOLDER.matcher(text).replaceAll(" ");
    }

    public int fixedWords() {
        return countWords(fixedText());
    }

    /** The text with its variables filled in; a variable without a value stays as it is. */
    public String filledWith(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    private static int countWords(String text) {
        var words = 0;
        for (var token : text.strip().split("\\s+", -1)) {
            var letters = (int) UNSPACED_LETTER.matcher(token).results().count();
            words += letters > 0 ? letters : LETTER_OR_DIGIT.matcher(token).find() ? 1 : 0;
        }
        return words;
    }
}
