package com.siacapp.tools.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.tools.entity.Tool;
import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All tools, in the order of their names; each list is rendered once. */
public final class ToolRegistry {

    private final TreeMap<String, DeclaredTool> byName = new TreeMap<>();
    private final Map<String, DeclaredTool> byAnyName = new HashMap<>();
    private final Map<Reader, SerializableString> lists = new ConcurrentHashMap<>();

    /** @throws BrokenDeclaration if one of them is declared wrongly */
    public ToolRegistry(Collection<Offer> offers) {
        var declarations = new ToolDeclarations();
        for (var offer : offers) {
            var method = BoundMethod.of(offer);
            add(declarations.read(method), method);
        }
    }

    /** The tool of this name, if a person of this role may know of it. */
    public Optional<DeclaredTool> find(String name, Role role) {
        return Optional.ofNullable(byAnyName.get(name)).filter(tool -> tool.isVisibleTo(role));
    }

    /** The array of the tools a person of this role may know of, as JSON. */
    public SerializableString listFor(Role role, Locale locale) {
        return lists.computeIfAbsent(new Reader(role, locale), this::rendered);
    }

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

    private SerializableString rendered(Reader reader) {
        var tools = JsonNodeFactory.instance.arrayNode();
        byName.values().stream()
                .filter(tool -> tool.isVisibleTo(reader.role()))
                .map(tool -> tool.describe(reader.locale()))
                .forEach(tools::add);
        try {
            return new SerializedString(Json.MAPPER.writeValueAsString(tools));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Those who see the same list. */
    private record Reader(Role role, Locale locale) {}
}
