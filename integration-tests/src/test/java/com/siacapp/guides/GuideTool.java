package com.siacapp.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The tool of the guide and its test, compiled from the guide's own text as the product is. */
public final class GuideTool {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?class (\\w+)");

    private GuideTool() {}

    /** A class file, and where it is in a folder of classes. */
    public record ClassFile(String name, Path file) {}

    /** What is deployed. */
    public static List<ClassFile> tool() {
        var folder = compiled();
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.getFileName().toString().contains("IT"))
                    .map(file -> new ClassFile(folder.relativize(file).toString(), file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of it, in a folder of classes. */
    static Path compiled() {
        try {
            var folder = Files.createTempDirectory(Path.of(System.getProperty("siac.work")), "guide-classes-");
            var sources = Page.of(Page.GUIDES.resolve("writing-a-tool.md")).run("java").stream()
                    .map(block -> source(folder, block.text()).toString());
            var options = Stream.of(
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "--release",
                    "17",
                    "-parameters",
                    "-proc:none",
                    "-Xlint:all,-classfile,-path,-processing,-serial",
                    "-Werror");
            var failures = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, Stream.concat(options, sources).toArray(String[]::new));
            if (failures != 0) {
                throw new AssertionError("The guide's code does not compile: see above.");
            }
            return folder;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static Path source(Path folder, String code) {
        try {
            var file = folder.resolve(first(PACKAGE, code).replace('.', '/')).resolve(first(TYPE, code) + ".java");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, code);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static String first(Pattern pattern, String code) {
        return pattern.matcher(code).results().findFirst().orElseThrow().group(1);
    }
}
