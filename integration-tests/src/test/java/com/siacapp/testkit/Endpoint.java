package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What JAX-RS answers: every method and path of the web module, with each alternative of a pattern spelled out and an id
 * that is nobody's.
 */
public record Endpoint(String method, String path) {

    public static final String NOBODYS_ID = "00000000-0000-4000-8000-00000000ffff";

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+: ([a-z|-]+)}");

    /** Pages for people among what has the same prefix as endpoints for clients. */
    private static final Set<String> PAGES_OF_OAUTH = Set.of("/oauth/authorize", "/oauth/logout");

    /** So that a change to how they are found cannot lose them unseen. */
    private static final Set<String> KNOWN =
            Set.of("/oauth/token", "/oauth/register", "/oauth/par", "/oauth/device_authorization", "/oauth/introspect");

    public static List<Endpoint> all() {
        var found = found();
        assertThat(found).extracting(Endpoint::path).noneMatch(path -> path.contains("{") || path.contains("}"));
        assertThat(found)
                .as("posts")
                .filteredOn(endpoint -> endpoint.method.equals("POST"))
                .extracting(Endpoint::path)
                .containsAll(KNOWN);
        return found;
    }

    private static List<Endpoint> found() {
        return new ClassFileImporter()
                .importPath(Path.of("..", "auth-war", "target", "classes")).stream()
                        .filter(type -> type.isAnnotatedWith(PATH))
                        .flatMap(Endpoint::of)
                        .distinct()
                        .sorted(Comparator.comparing(Endpoint::toString))
                        .toList();
    }

    /** Whether programs use it, and so get JSON. */
    public boolean isForClients() {
        return path.startsWith("/.well-known/")
                || path.equals("/health")
                || (path.startsWith("/oauth/") && !PAGES_OF_OAUTH.contains(path));
    }

    private static Stream<Endpoint> of(JavaClass resource) {
        return resource.getMethods().stream()
                .flatMap(method -> of(value(resource.tryGetAnnotationOfType(PATH)), method));
    }

    private static Stream<Endpoint> of(String resource, JavaMethod method) {
        var path = Stream.of(resource, value(method.tryGetAnnotationOfType(PATH)))
                .filter(part -> !part.isEmpty())
                .reduce("", (before, part) -> before + "/" + part);
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(METHODS::contains)
                .flatMap(http -> spelled(path).map(filled -> new Endpoint(http, filled)));
    }

    private static Stream<String> spelled(String path) {
        var filled = path.replaceAll("\\{\\w+: \\[0-9a-f-]\\{36}}", NOBODYS_ID)
                .replaceAll("\\{\\w+: \\(/\\.\\*\\)\\?}", "")
                .replaceAll("\\{\\w+: \\[a-z0-9-]\\+.*}", "none.css")
                .replaceAll("\\{\\w+}", NOBODYS_ID);
        var choice = CHOICE.matcher(filled);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|")).map(act -> filled.replace(choice.group(), act))
                : Stream.of(filled.isEmpty() ? "/" : filled);
    }

    private static String value(Optional<? extends JavaAnnotation<?>> annotation) {
        return annotation
                .flatMap(path -> path.get("value"))
                .map(Object::toString)
                .orElse("");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
