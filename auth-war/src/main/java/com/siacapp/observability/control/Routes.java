package com.siacapp.observability.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The templates of addresses, as they are declared, with the names of their variables and without what those must match. */
@ApplicationScoped
public class Routes {

    /** A variable with its pattern, in which there may be braces too. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    private final Map<Method, String> known = new ConcurrentHashMap<>();

    public String of(ResourceInfo resource) {
        return known.computeIfAbsent(
                resource.getResourceMethod(), method -> template(resource.getResourceClass(), method));
    }

    static String template(Class<?> type, Method method) {
        var path = "/" + pathOf(type) + "/" + pathOf(method);
        var plain = VARIABLE.matcher(path).replaceAll("{$1}").replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String pathOf(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
