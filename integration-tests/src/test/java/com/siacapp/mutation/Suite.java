package com.siacapp.mutation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Tests that speak to the running server over HTTP, run one after the other until the first that fails. Not by JUnit,
 * which would have Arquillian start and deploy anew for each mutant.
 */
record Suite(List<Class<?>> tests, Set<String> leftOut) {

    private static final long LONGEST_SECONDS = 120;

    /** The same tests, those of this component first. */
    Suite beginningWith(String component) {
        var sorted = new ArrayList<>(tests);
        sorted.sort(Comparator.comparing(test -> !test.getPackageName().endsWith("." + component)));
        return new Suite(sorted, leftOut);
    }

    /** Whether this test fails. */
    boolean fails(String test) {
        return methods()
                .anyMatch(method -> name(method).equals(test) && run(method).isPresent());
    }

    /** The first test that failed. */
    Optional<String> firstFailure() {
        return firstFailure(test -> true);
    }

    /** The first that failed and is sure to have failed for a reason that matters; the others are gone on from. */
    Optional<String> firstFailure(Predicate<String> isSure) {
        return methods()
                .filter(method -> !leftOut.contains(name(method)))
                .flatMap(method -> run(method).stream())
                .filter(isSure)
                .findFirst();
    }

    private Stream<Method> methods() {
        return tests.stream().flatMap(Suite::methods);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "#" + method.getName();
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Test.class)
                        || AnnotationSupport.isAnnotated(method, TestFactory.class))
                .sorted(Comparator.comparing(Method::getName));
    }

    /** What makes the server run in circles is noticed too: the test has no answer in time. */
    private static Optional<String> run(Method method) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(() -> runHere(method)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return Optional.of(name(method));
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            thread.shutdownNow();
        }
    }

    private static Optional<String> runHere(Method method) {
        try {
            var instance = ReflectionSupport.newInstance(method.getDeclaringClass());
            for (var before : AnnotationSupport.findAnnotatedMethods(
                    method.getDeclaringClass(), BeforeEach.class, HierarchyTraversalMode.TOP_DOWN)) {
                invoke(before, instance);
            }
            if (invoke(method, instance) instanceof Stream<?> parts) {
                for (var part : parts.toList()) {
                    ((DynamicTest) part).getExecutable().execute();
                }
            }
            return Optional.empty();
        } catch (Throwable failed) {
            return Optional.of(name(method));
        }
    }

    private static Object invoke(Method method, Object instance) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(instance);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
