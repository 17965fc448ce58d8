package com.siacapp.mutation;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs inside the server: gives a loaded class another body. The argument is its name and a file, as {@code name=file}. */
public final class Redefinition {

    private Redefinition() {}

    public static void agentmain(String argument, Instrumentation server)
            throws IOException, ClassNotFoundException, UnmodifiableClassException {
        var parts = argument.split("=", 2);
        var body = Files.readAllBytes(Path.of(parts[1]));
        for (Class<?> loaded : server.getAllLoadedClasses()) {
            if (loaded.getName().equals(parts[0])) {
                server.redefineClasses(new ClassDefinition(loaded, body));
            }
        }
    }
}
