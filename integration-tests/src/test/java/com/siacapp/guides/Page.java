package com.siacapp.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the project that people read, in Markdown. */
public record Page(Path file, String text) {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final Path GUIDES = PROJECT.resolve("docs/guide");

    private static final Pattern FENCE = Pattern.compile("( *)```(\\w*)");
    private static final Pattern NOT_RUN = Pattern.compile(" *<!-- not run: (.+) -->");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\n]+`");

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What people are told to begin with, and every guide, in English. */
    static List<Page> guides() {
        return Stream.concat(Stream.of(PROJECT.resolve("README.md")), files(GUIDES))
                .filter(file -> !file.toString().endsWith(".es.md"))
                .map(Page::of)
                .toList();
    }

    /** Every page that leads to others. */
    static Stream<Page> all() {
        return Stream.of("", "docs", "docs/adr", "docs/guide", "deploy", "benchmarks")
                .map(PROJECT::resolve)
                .filter(Files::isDirectory)
                .flatMap(Page::files)
                .map(Page::of);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return PROJECT.relativize(file).toString();
    }

    Page inSpanish() {
        return of(file.resolveSibling(file.getFileName().toString().replace(".md", ".es.md")));
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                var end = i + 1;
                while (!lines.get(end).strip().equals("```")) {
                    end++;
                }
                var indent = fence.group(1).length();
                var code = lines.subList(i + 1, end).stream()
                        .map(line -> line.substring(Math.min(indent, line.length())))
                        .collect(Collectors.joining("\n"));
                blocks.add(
                        new Block(name() + ":" + (i + 1), fence.group(2), code, reason(lines.get(Math.max(0, i - 1)))));
                i = end;
            }
        }
        return blocks;
    }

    private static String reason(String lineBefore) {
        var comment = NOT_RUN.matcher(lineBefore);
        return comment.matches() ? comment.group(1) : "";
    }

    /** Those of a language that a test can run. */
    List<Block> run(String language) {
        return blocks().stream()
                .filter(block -> block.isRun() && block.language().equals(language))
                .toList();
    }

    /** What a guide tells to type, and only another test can: by the reason that stands there. */
    public static String commands(String guide, String notRunBecause) {
        return of(GUIDES.resolve(guide)).blocks().stream()
                .filter(block -> block.notRunBecause().equals(notRunBecause))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    /** Where it leads, but for the web. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
    }

    /** By what its headings are linked to, as GitHub makes it. */
    Set<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** What a pattern finds in it, by its first group. */
    Stream<String> find(Pattern pattern) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    @Override
    public String toString() {
        return name();
    }
}
