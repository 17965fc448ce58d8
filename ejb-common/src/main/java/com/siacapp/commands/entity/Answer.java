package com.siacapp.commands.entity;

import java.util.List;

/**
 * What became of a command.
 *
 * @param isDone else the only line says why not
 * @param lines for the person, each of one cell or of several that stand in columns; the launcher makes them printable
 */
public record Answer(boolean isDone, List<List<String>> lines) {

    public Answer {
        lines = lines.stream().map(List::copyOf).toList();
    }

    public static Answer done(String... sentences) {
        return table(List.of(sentences).stream().map(List::of).toList());
    }

    /** The first line is of headings. */
    public static Answer table(List<List<String>> lines) {
        return new Answer(true, lines);
    }

    /** @param sentence without its full stop */
    public static Answer refused(String sentence) {
        return new Answer(false, List.of(List.of(sentence)));
    }
}
