package com.siacapp.mutation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/** The mutants PIT makes of some classes of the EAR, as it was built. */
final class Mutants {

    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war)");

    private static final EngineArguments ARGUMENTS = EngineArguments.arguments()
            .withMutators(List.of("DEFAULTS"))
            .withExcludedMethods(List.of("toString", "hashCode", "equals"));

    private final Map<String, byte[]> classes = new TreeMap<>();
    private final Mutater mutater;
    private final List<MutationDetails> all;

    private Mutants(Path ear, Pattern names) throws IOException {
        read(Files.readAllBytes(ear), names);
        mutater = new GregorEngineFactory()
                .createEngine(ARGUMENTS)
                .createMutator(name -> Optional.ofNullable(classes.get(name.replace('/', '.'))));
        all = classes.keySet().stream()
                .flatMap(name -> mutater.findMutations(ClassName.fromString(name)).stream())
                .sorted(Comparator.comparing(mutant -> mutant.getId().toString()))
                .toList();
    }

    /** Of the classes whose names match wholly. */
    static Mutants of(Path ear, Pattern names) throws IOException {
        return new Mutants(ear, names);
    }

    int count() {
        return all.size();
    }

    /** So many, as far from each other as can be: the same ones each time. */
    List<MutationDetails> sample(int size) {
        return IntStream.range(0, Math.min(size, all.size()))
                .mapToObj(i -> all.get((int) ((long) i * all.size() / Math.min(size, all.size()))))
                .toList();
    }

    byte[] body(MutationDetails mutant) {
        return mutater.getMutation(mutant.getId()).getBytes();
    }

    byte[] original(MutationDetails mutant) {
        return classes.get(mutant.getClassName().asJavaName());
    }

    private void read(byte[] archive, Pattern names) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName()
                        .replace("WEB-INF/classes/", "")
                        .replace('/', '.')
                        .replaceAll("\\.class$", "");
                if (entry.getName().endsWith(".class") && names.matcher(name).matches()) {
                    classes.put(name, zip.readAllBytes());
                } else if (ARCHIVE.matcher(entry.getName()).matches()) {
                    read(zip.readAllBytes(), names);
                }
            }
        }
    }
}
