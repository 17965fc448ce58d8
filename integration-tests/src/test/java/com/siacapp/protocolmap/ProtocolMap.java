package com.siacapp.protocolmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code docs/protocol-map.md} names in backticks: classes in its columns "Class", tests in its columns "Test".
 *
 * @param unexplained cells where a test is missing and nothing says why
 */
record ProtocolMap(List<Name> classes, List<Name> tests, List<Name> unexplained) {

    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*#\\w+");

    /** What somebody may have meant to be a test: worse than none, if it is not checked. */
    private static final Pattern NEARLY_A_TEST = Pattern.compile(".*#.*|\\w*(IT|Test)\\b.*");

    private static final Pattern RULE_OF_A_TABLE = Pattern.compile("\\|[\\s|:-]+");

    /** Why a rule has no test of its own. */
    private static final Pattern EXPLAINED = Pattern.compile("(see |not applicable: |comes later: ).+");

    /** A name and the line that it is on. */
    record Name(String text, int line) {

        @Override
        public String toString() {
            return "line " + line + ": " + text;
        }
    }

    static ProtocolMap parse(List<String> lines) {
        var map = new ProtocolMap(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> columns = List.of();
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.startsWith("|")) {
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = cells(line).stream()
                        .map(title -> title.toLowerCase(Locale.ROOT))
                        .toList();
            } else if (!RULE_OF_A_TABLE.matcher(line).matches()) {
                map.addRow(columns, cells(line), number);
            }
        }
        return map;
    }

    /** Names in a column of tests that are no {@code Class#method}, and would be checked by nobody. */
    List<Name> misspelt() {
        return tests.stream()
                .filter(name -> !TEST.matcher(name.text()).matches())
                .toList();
    }

    private void addRow(List<String> columns, List<String> cells, int line) {
        cell("class", columns, cells)
                .ifPresent(cell -> names(cell)
                        .filter(CLASS.asMatchPredicate())
                        .forEach(name -> classes.add(new Name(name, line))));
        cell("test", columns, cells).ifPresent(cell -> addTests(cell, line));
    }

    private void addTests(String cell, int line) {
        var named = names(cell).filter(NEARLY_A_TEST.asMatchPredicate()).toList();
        named.forEach(name -> tests.add(new Name(name, line)));
        if (named.isEmpty() && !EXPLAINED.matcher(cell).matches()) {
            unexplained.add(new Name(cell, line));
        }
    }

    private static Optional<String> cell(String title, List<String> columns, List<String> cells) {
        var column = columns.indexOf(title);
        return column >= 0 && column < cells.size() ? Optional.of(cells.get(column)) : Optional.empty();
    }

    private static Stream<String> names(String cell) {
        return IN_BACKTICKS.matcher(cell).results().map(found -> found.group(1));
    }

    private static List<String> cells(String row) {
        return List.of(row.strip().replaceAll("^\\||\\|$", "").split("\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
