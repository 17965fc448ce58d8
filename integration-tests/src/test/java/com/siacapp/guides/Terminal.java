package com.siacapp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A terminal in the folder of the repository, on a machine where everything is that a guide wants.
 *
 * @param environment what its programs are given
 * @param names what the guide calls the things that have other names here, and these; in this order
 */
record Terminal(Map<String, String> environment, List<Map.Entry<String, String>> names) {

    private static final long LONGEST_MINUTES = 3;

    /** The folders of the repository that guides go into. */
    private static final List<String> REPOSITORY = List.of("wildfly-config", "deploy");

    /** Pastes all that runs of a guide, one block after the other; fails if one does, or shows something else. */
    void follow(Page guide) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of(System.getProperty("siac.work")), "guide-");
        for (var name : REPOSITORY) {
            link(folder.resolve(name), Page.PROJECT.resolve(name));
        }
        link(folder.resolve("node_modules"), NodeScript.folder().resolve("node_modules"));
        var inspector = Files.createDirectory(folder.resolve("inspector"));
        // The tokens are in variables.
        var lines = script(guide) + "set > '" + folder.resolve("variables") + "'\n";
        var script = Files.writeString(folder.resolve("guide.sh"), lines);
        var builder = new ProcessBuilder("sh", "-eu", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SIAC_"));
        builder.environment().putAll(environment);
        builder.environment().put("PATH", path(quiet(folder.resolve("bin"))));
        builder.environment().put("MCP_STORAGE_DIR", inspector.toString());
        var shell = builder.start();
        var shown = new Reader().read(shell.inputReader(), shell.outputWriter());
        assertThat(shell.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).as(shown).isTrue();
        assertThat(shell.exitValue()).as(shown).isZero();
        Secrets.seenIn(folder);
        guide.run("text").forEach(expected -> assertShown(expected, shown));
    }

    private static void link(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            Files.createSymbolicLink(from, to);
        }
    }

    private String script(Page guide) {
        return guide.run("sh").stream()
                .map(block -> "printf '\\n## %s\\n' '" + block.where() + "'\n" + named(block.text()) + "\n")
                .collect(Collectors.joining());
    }

    private String named(String text) {
        var here = text;
        for (var name : names) {
            here = here.replace(name.getKey(), name.getValue());
        }
        return here;
    }

    /** Programs that would open a browser on this desk, and now open none. */
    private static Path quiet(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (var name : List.of("open", "xdg-open")) {
            var program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** Those, our commands, and the Node that some of npm's programs want. */
    private static String path(Path quiet) {
        return Stream.of(
                        quiet.toString(),
                        distribution().resolve("bin").toString(),
                        NodeScript.folder().resolve("node_modules/.bin").toString(),
                        System.getenv("PATH"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Path distribution() {
        return Path.of(System.getProperty("siac.server.home")).normalize().getParent();
    }

    /** Each line of it, in which … is anything. */
    private static void assertShown(Block expected, String shown) {
        expected.text().lines().forEach(line -> {
            var pattern = Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            assertThat(shown).as(expected.where()).containsPattern("(?m)^" + pattern + "$");
        });
    }

    /** The same with more of the environment. */
    Terminal with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Terminal(all, names);
    }
}
