package com.siacapp.resources.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Access;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.Texts;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.Resource.View;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One resource: what the list says of it, who may read it, and its contents. */
public final class DeclaredResource implements Found {

    private final Resource resource;
    private final Texts texts;
    private final Access access;
    private final Optional<ObjectNode> hints;
    private final Optional<View> view;
    private final BoundMethod method;

    DeclaredResource(BoundMethod method) {
        this.resource = method.method().getAnnotation(Resource.class);
        this.texts = Texts.of(method.method(), resource.title(), resource.description());
        this.access = Access.to(resource.scope());
        this.hints = Hints.of(resource.annotations(), method);
        this.view = Arrays.stream(resource.view()).findFirst();
        this.method = method;
        if (resource.uri().isBlank()
                || resource.name().isBlank()
                || resource.description().isBlank()) {
            throw new BrokenDeclaration("The resource %s lacks a URI, a name or a description.".formatted(method));
        }
        if (method.argumentsType().isPresent()) {
            throw new BrokenDeclaration("The resource %s takes arguments, which none can.".formatted(method));
        }
        // MCP Apps 2026-01-26, UI resource format.
        if (isView()
                != (resource.uri().startsWith("ui://") && resource.mimeType().equals(Resource.VIEW))) {
            throw new BrokenDeclaration(
                    "The resource %s is a view, with ui:// and its MIME type, or none.".formatted(method));
        }
    }

    public String uri() {
        return resource.uri();
    }

    @Override
    public String declaredUri() {
        return uri();
    }

    /** Whether clients show it as a page beside a conversation. */
    public boolean isView() {
        return view.isPresent();
    }

    @Override
    public Access access() {
        return access;
    }

    /** The resource as {@code resources/list} shows it. */
    public ObjectNode describe(Locale locale) {
        var named = Json.object().put("uri", resource.uri()).put("name", resource.name());
        var described = texts.describe(named, locale).put("mimeType", resource.mimeType());
        if (resource.size() >= 0) {
            described.put("size", resource.size());
        }
        hints.ifPresent(known -> described.set("annotations", known));
        return framed(described);
    }

    @Override
    public Optional<ArrayNode> read(CallContext context) {
        var contents = new Written(resource.uri(), resource.mimeType()).of(method.call(null, context));
        contents.ifPresent(parts -> parts.forEach(part -> framed((ObjectNode) part)));
        return contents;
    }

    private ObjectNode framed(ObjectNode shown) {
        view.ifPresent(framing -> shown.withObjectProperty(MetaKey.META).setAll(ViewFraming.of(framing)));
        return shown;
    }
}
