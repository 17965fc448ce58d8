package com.siacapp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The guide's tool is deployed ({@code TestArchive}); here its own test runs. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class WritingAToolIT {

    private static final String TEST = "com.siacapp.templates.TemplateCopiesIT";

    @TestFactory
    Stream<DynamicTest> the_test_of_the_guide() throws IOException, ReflectiveOperationException {
        var classes = new URL[] {GuideTool.compiled().toUri().toURL()};
        var test =
                Class.forName(TEST, true, new URLClassLoader(classes, getClass().getClassLoader()));
        var methods = Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
        assertThat(methods).hasSize(4);
        var constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        return methods.stream()
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> {
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                }));
    }
}
