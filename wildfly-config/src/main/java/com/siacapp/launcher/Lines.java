package com.siacapp.launcher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a server says, for a terminal. Some of it are names that strangers chose. */
final class Lines {

    private static final String GAP = "  ";

    private Lines() {}

    /** Lines of several cells stand in columns; one of a single cell goes across. */
    static String inColumns(List<List<String>> lines) {
        var printable = lines.stream()
                .map(line -> line.stream().map(Lines::printable).toList())
                .toList();
        var columns = printable.stream().filter(line -> line.size() > 1).toList();
        return printable.stream()
                .map(line -> IntStream.range(0, line.size())
                        .mapToObj(cell -> padded(line.get(cell), line.size() > 1 ? width(columns, cell) : 0))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** On one line, and without what moves the cursor, changes colours or turns the direction of writing. */
    static String printable(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static int width(List<List<String>> lines, int cell) {
        return lines.stream()
                .filter(line -> line.size() > cell)
                .mapToInt(line -> length(line.get(cell)))
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - length(cell)));
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
