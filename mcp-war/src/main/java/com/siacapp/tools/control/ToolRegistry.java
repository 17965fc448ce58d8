package com.siacapp.tools.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.tools.entity.Tool;
import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All tools, in the order of their names; each page of a list is rendered once. */
public final class ToolRegistry {

    /** The name of their list. */
    public static final String LIST = "tools/list";

    private final TreeMap<String, DeclaredTool> byName = new TreeMap<>();
    private final Map<String, DeclaredTool> byAnyName = new HashMap<>();
    private final Map<PageKey, RenderedPage> pages = new ConcurrentHashMap<>();
    private final Pagination pagination;

    /**
     * @param isView whether there is a view of this URI
     * @throws BrokenDeclaration if one of them is declared wrongly
     */
    public ToolRegistry(
            Collection<Offer> offers, Constraints constraints, Pagination pagination, Predicate<String> isView) {
        this.pagination = pagination;
        var declarations = new ToolDeclarations(constraints);
        for (var offer : offers) {
            var method = BoundMethod.of(offer);
            var tool = declarations.read(method);
            tool.view().filter(view -> !isView.test(view.uri())).ifPresent(view -> {
                throw new BrokenDeclaration("The tool %s has a view that is none: %s.".formatted(method, view.uri()));
            });
            add(tool, method);
        }
    }

    /** The tool of this name, if a person of this role may know of it. */
    public Optional<DeclaredTool> find(String name, Role role) {
        return Optional.ofNullable(byAnyName.get(name))
                .filter(tool -> tool.access().isVisibleTo(role));
    }

    /** The tools a reader may know of, after this name. Only names that {@link Pagination} sealed, so pages are few. */
    public RenderedPage page(Reader reader, String after) {
        return pages.computeIfAbsent(new PageKey(reader, after), this::rendered);
    }

    /**
     * A part of the list, ready to be sent.
     *
     * @param tools a JSON array
     * @param nextCursor as of {@link com.siacapp.protocol.control.Page}
     */
    public record RenderedPage(SerializableString tools, Optional<String> nextCursor) {}

    private void add(DeclaredTool tool, BoundMethod method) {
        byName.put(tool.name(), tool);
        namesOf(tool.name(), method.method().getAnnotation(Tool.class).aliases())
                .forEach(name -> {
                    if (byAnyName.put(name, tool) != null) {
                        throw new BrokenDeclaration(
                                "The tool name %s is declared twice, once by %s.".formatted(name, method));
                    }
                });
    }

    /** Design, names people see: {@code siac.x} is accepted for {@code siac_x}. */
    private static Stream<String> namesOf(String name, String... aliases) {
        var dotted = name.replaceFirst("^siac_", "siac.");
        return Stream.concat(Stream.of(name, dotted), Arrays.stream(aliases)).distinct();
    }

    private RenderedPage rendered(PageKey key) {
        var following = byName.tailMap(key.after(), false).values().stream()
                .filter(tool -> tool.access().isVisibleTo(key.reader().role()));
        var page = pagination.page(LIST, following, DeclaredTool::name);
        var tools = JsonNodeFactory.instance.arrayNode();
        page.items().forEach(tool -> tools.add(tool.describe(key.reader())));
        try {
            return new RenderedPage(new SerializedString(Json.MAPPER.writeValueAsString(tools)), page.nextCursor());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record PageKey(Reader reader, String after) {}
}
