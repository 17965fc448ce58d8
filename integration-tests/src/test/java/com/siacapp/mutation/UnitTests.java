package com.siacapp.mutation;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The unit tests of a module, run against a mutant without a server: those of the mutant's own component. */
record UnitTests(Path module) {

    private static final int DEEPEST = 12;

    /** The tests that failed. */
    List<String> failures(String mutant, byte[] body) throws IOException {
        var component = mutant.split("\\.", -1)[2];
        try (var loader = new Mutated(module, mutant, body)) {
            var tests = testClasses(component).stream()
                    .map(name -> DiscoverySelectors.selectClass(loader, name))
                    .toList();
            var request =
                    LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
            var listener = new SummaryGeneratingListener();
            // Without the listener that starts the server for all others.
            var alone = LauncherConfig.builder()
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .build();
            LauncherFactory.create(alone).execute(request, listener);
            return listener.getSummary().getFailures().stream()
                    .map(failure -> failure.getTestIdentifier().getLegacyReportingName())
                    .toList();
        }
    }

    private List<String> testClasses(String component) throws IOException {
        var root = module.resolve("target/test-classes");
        var folder = root.resolve("com/siacapp").resolve(component);
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.find(
                folder, DEEPEST, (file, is) -> file.getFileName().toString().endsWith("Test.class"))) {
            return files.map(file -> root.relativize(file).toString())
                    .map(file -> file.replaceAll("\\.class$", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /** The module's classes, with one of them changed; everything else is this program's. */
    private static final class Mutated extends URLClassLoader {

        private final String mutant;
        private final byte[] body;

        Mutated(Path module, String mutant, byte[] body) throws MalformedURLException {
            super(
                    new URL[] {
                        module.resolve("target/test-classes").toUri().toURL(),
                        module.resolve("target/classes").toUri().toURL()
                    },
                    UnitTests.class.getClassLoader());
            this.mutant = mutant;
            this.body = body;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                if (name.equals(mutant)) {
                    return defineClass(name, body, 0, body.length);
                }
                var isOurs = name.startsWith("com.siacapp.") && findResource(name.replace('.', '/') + ".class") != null;
                return isOurs ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
