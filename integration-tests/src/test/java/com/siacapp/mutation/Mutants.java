package com.siacapp.mutation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;
import org.pitest.reloc.asm.AnnotationVisitor;
import org.pitest.reloc.asm.ClassReader;
import org.pitest.reloc.asm.ClassVisitor;
import org.pitest.reloc.asm.MethodVisitor;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.RecordComponentVisitor;
import org.pitest.reloc.asm.TypePath;

/** The mutants PIT makes of some classes of the EAR, as it was built. */
final class Mutants {

    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war)");

    /** What EclipseLink adds to entities is not ours to test. */
    private static final String WOVEN = "_persistence_";

    private static final EngineArguments ARGUMENTS = EngineArguments.arguments()
            .withMutators(List.of("DEFAULTS"))
            .withExcludedMethods(List.of("toString", "hashCode", "equals"));

    private final Map<String, byte[]> classes = new TreeMap<>();
    private final Mutater mutater;
    private final List<MutationDetails> all;

    private Mutants(Path ear, Pattern names) throws IOException {
        read(Files.readAllBytes(ear));
        mutater = new GregorEngineFactory().createEngine(ARGUMENTS).createMutator(this::classFile);
        all = classes.keySet().stream()
                .filter(names.asMatchPredicate())
                .filter(name -> canBeRedefined(Objects.requireNonNull(classes.get(name))))
                .flatMap(name -> mutater.findMutations(ClassName.fromString(name)).stream())
                .filter(mutant -> !mutant.getMethod().startsWith(WOVEN))
                .filter(mutant -> !isGetter(mutant))
                .sorted(Comparator.comparing(mutant -> mutant.getId().toString()))
                .toList();
    }

    /** Of the classes whose names match wholly. */
    static Mutants of(Path ear, Pattern names) throws IOException {
        return new Mutants(ear, names);
    }

    /** JDK-8315575: the JDK breaks a record whose components carry annotations when it is redefined. */
    private static boolean canBeRedefined(byte[] body) {
        var annotated = new AtomicBoolean();
        var components = new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
                annotated.set(true);
                return null;
            }

            @Override
            public @Nullable AnnotationVisitor visitTypeAnnotation(
                    int reference, @Nullable TypePath path, String type, boolean isVisible) {
                annotated.set(true);
                return null;
            }
        };
        new ClassReader(body)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public RecordComponentVisitor visitRecordComponent(
                                    String name, String type, @Nullable String signature) {
                                return components;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return !annotated.get();
    }

    /** Records have one for each component, used or not, and none of them is a rule. */
    private boolean isGetter(MutationDetails mutant) {
        var opcodes = new ArrayList<Integer>();
        var wanted = mutant.getId().getLocation();
        new ClassReader(original(mutant))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return name.equals(wanted.getMethodName()) && descriptor.equals(wanted.getMethodDesc())
                                        ? new OpcodesOf(opcodes)
                                        : null;
                            }
                        },
                        ClassReader.SKIP_DEBUG);
        return opcodes.size() == 3 && opcodes.get(1) == Opcodes.GETFIELD;
    }

    /** The instructions of a method, as far as they tell a getter from all else. */
    private static final class OpcodesOf extends MethodVisitor {

        private final List<Integer> opcodes;

        private OpcodesOf(List<Integer> opcodes) {
            super(Opcodes.ASM9);
            this.opcodes = opcodes;
        }

        @Override
        public void visitInsn(int opcode) {
            opcodes.add(opcode);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            opcodes.add(opcode);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            opcodes.add(opcode);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            opcodes.add(opcode);
        }
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

    /** PIT looks at other classes too, those of libraries and of the platform among them. */
    private Optional<byte[]> classFile(String name) {
        var ours = classes.get(name.replace('/', '.'));
        return ours == null ? fromClassPath(name.replace('.', '/') + ".class") : Optional.of(ours);
    }

    private static Optional<byte[]> fromClassPath(String file) {
        try (var stream = ClassLoader.getSystemResourceAsStream(file)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = entry.getName().replace("WEB-INF/classes/", "");
                if (file.startsWith("com/siacapp/") && file.endsWith(".class")) {
                    classes.put(file.replace(".class", "").replace('/', '.'), zip.readAllBytes());
                } else if (ARCHIVE.matcher(file).matches()) {
                    read(zip.readAllBytes());
                }
            }
        }
    }
}
