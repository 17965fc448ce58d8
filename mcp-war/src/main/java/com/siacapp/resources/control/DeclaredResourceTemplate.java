package com.siacapp.resources.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Access;
import com.siacapp.protocol.entity.Arguments;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Texts;
import com.siacapp.protocol.entity.UnfitArguments;
import com.siacapp.resources.entity.ResourceTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A family of resources: what the list says of it, who may read them, and the contents of each. */
public final class DeclaredResourceTemplate {

    private final ResourceTemplate template;
    private final Texts texts;
    private final Access access;
    private final Optional<ObjectNode> hints;
    private final UriTemplate uris;
    private final Arguments arguments;
    private final BoundMethod method;

    DeclaredResourceTemplate(BoundMethod method, Constraints constraints) {
        this.template = method.method().getAnnotation(ResourceTemplate.class);
        this.texts = Texts.of(method.method(), template.title(), template.description());
        this.access = Access.to(template.scope());
        this.hints = Hints.of(template.annotations(), method);
        this.uris = new UriTemplate(template.uriTemplate());
        this.arguments = new Arguments(method, constraints);
        this.method = method;
        if (template.name().isBlank() || template.description().isBlank()) {
            throw new BrokenDeclaration("The resource template %s lacks a name or a description.".formatted(method));
        }
        if (!componentsOf(method).equals(Set.copyOf(uris.variables()))) {
            throw new BrokenDeclaration(
                    "The resource template %s must take a record with a component for each variable."
                            .formatted(method));
        }
    }

    public String uriTemplate() {
        return template.uriTemplate();
    }

    public List<String> variables() {
        return uris.variables();
    }

    public Access access() {
        return access;
    }

    /** The template as {@code resources/templates/list} shows it. */
    public ObjectNode describe(Locale locale) {
        var named = Json.object().put("uriTemplate", template.uriTemplate()).put("name", template.name());
        var described = texts.describe(named, locale).put("mimeType", template.mimeType());
        hints.ifPresent(known -> described.set("annotations", known));
        return described;
    }

    /** The resource of this URI, if it is of this family. */
    Optional<Found> at(String uri) {
        return uris.match(uri).map(variables -> new Member(uri, variables));
    }

    private static Set<String> componentsOf(BoundMethod method) {
        return method.argumentsType().filter(Class::isRecord).map(Class::getRecordComponents).stream()
                .flatMap(Arrays::stream)
                .map(Json::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private final class Member implements Found {

        private final String uri;
        private final ObjectNode variables = Json.object();

        private Member(String uri, Map<String, String> variables) {
            this.uri = uri;
            variables.forEach(this.variables::put);
        }

        @Override
        public Access access() {
            return access;
        }

        @Override
        public String declaredUri() {
            return template.uriTemplate();
        }

        @Override
        public Optional<ArrayNode> read(CallContext context) {
            try {
                var answer = method.call(arguments.of(variables, context.locale()), context);
                return new Written(uri, template.mimeType()).of(answer);
            } catch (UnfitArguments ofNoResource) {
                return Optional.empty();
            }
        }
    }
}
