package com.siacapp.completions.entity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be meant, best first.
 *
 * @param values {@value #MOST} at most
 * @param total how many there are; empty if nobody counted
 * @param hasMore whether there are more than these
 */
public record Suggestions(List<String> values, Optional<Integer> total, boolean hasMore) {

    /** As many as an answer may hold (MCP 2026-07-28, server/utilities/completion). */
    public static final int MOST = 100;

    public static final Suggestions NONE = of(List.of());

    public Suggestions {
        values = List.copyOf(values);
    }

    /** All there are. */
    public static Suggestions of(List<String> all) {
        return new Suggestions(all.stream().limit(MOST).toList(), Optional.of(all.size()), all.size() > MOST);
    }

    /** The first of a number nobody counted. */
    public static Suggestions first(List<String> values, boolean hasMore) {
        return new Suggestions(values.stream().limit(MOST).toList(), Optional.empty(), hasMore || values.size() > MOST);
    }

    /** Those of all values that hold what was typed, in either case; those that start with it first. */
    public static Suggestions matching(Typed typed, Collection<String> all) {
        var wanted = typed.value().toLowerCase(Locale.ROOT);
        var found = all.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        var starting =
                found.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(wanted));
        return of(Stream.concat(starting, found.stream()).distinct().toList());
    }
}
