package com.siacapp.console.entity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet reads as text and never runs. */
public final class Csv {

    /** What makes a spreadsheet take a cell for a formula (ASVS 1.2.10). */
    private static final String FORMULA_STARTS = "=+-@";

    private Csv() {}

    public static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted always; whatever could be a formula starts with an apostrophe. */
    private static String cell(String text) {
        // Full-width signs count like their narrow twins, and spaces before them for nothing.
        var start = Normalizer.normalize(text, Normalizer.Form.NFKC).stripLeading();
        var isFormula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\"") + '"';
    }
}
