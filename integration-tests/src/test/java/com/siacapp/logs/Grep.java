package com.siacapp.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds any of very many words in long files, wherever they stand: by their first letters, then in full. */
final class Grep {

    private static final int LETTERS = 8;
    private static final int SIZE = 1 << 22;

    private final boolean[] begins = new boolean[SIZE];
    private final Map<Long, List<byte[]>> words = new HashMap<>();

    /** @param words of eight bytes or more */
    Grep(Set<String> words) {
        for (var word : words) {
            var bytes = word.getBytes(UTF_8);
            if (bytes.length < LETTERS) {
                throw new IllegalArgumentException("too short to be sought");
            }
            var first = first(bytes, 0);
            begins[slot(first)] = true;
            this.words.computeIfAbsent(first, absent -> new ArrayList<>()).add(bytes);
        }
    }

    Set<String> in(Path file) {
        try {
            return in(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<String> in(byte[] text) {
        var found = new HashSet<String>();
        for (var at = 0; at + LETTERS <= text.length; at++) {
            var first = first(text, at);
            if (begins[slot(first)]) {
                for (var word : words.getOrDefault(first, List.of())) {
                    if (matches(text, at, word)) {
                        found.add(new String(word, UTF_8));
                    }
                }
            }
        }
        return found;
    }

    private static boolean matches(byte[] text, int at, byte[] word) {
        if (at + word.length > text.length) {
            return false;
        }
        for (var i = 0; i < word.length; i++) {
            if (text[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static long first(byte[] text, int at) {
        var first = 0L;
        for (var i = 0; i < LETTERS; i++) {
            first = (first << 8) | (text[at + i] & 0xff);
        }
        return first;
    }

    private static int slot(long first) {
        return (int) ((first * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 22));
    }
}
