package com.siacapp.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one installation in production mode, which starts with the first that wants it and lasts to the end. */
public final class InProduction implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Production.class;
    }

    @Override
    public Production resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(InProduction.class))
                .getOrComputeIfAbsent(Production.class, absent -> Production.start(folder()), Production.class);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of(System.getProperty("siac.work")), "production-");
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
