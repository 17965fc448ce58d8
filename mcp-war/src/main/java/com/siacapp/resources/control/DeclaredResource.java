package com.siacapp.resources.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Texts;
import com.siacapp.resources.entity.Resource;
import java.util.Locale;
import java.util.Set;

/** One resource: what the list says of it, who may read it, and its contents. */
public final class DeclaredResource {

    private final Resource resource;
    private final Texts texts;
    private final Set<Scope> scopes;
    private final BoundMethod method;

    DeclaredResource(BoundMethod method) {
        this.resource = method.method().getAnnotation(Resource.class);
        this.texts = Texts.of(method.method(), resource.title(), resource.description());
        this.scopes = Set.of(resource.scope());
        this.method = method;
        if (resource.uri().isBlank()
                || resource.name().isBlank()
                || resource.description().isBlank()) {
            throw new BrokenDeclaration("The resource %s lacks a URI, a name or a description.".formatted(method));
        }
        if (method.argumentsType().isPresent()) {
            throw new BrokenDeclaration("The resource %s takes arguments, which none can.".formatted(method));
        }
    }

    public String uri() {
        return resource.uri();
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    boolean isVisibleTo(Caller caller) {
        return scopes.stream().allMatch(caller::roleAllows);
    }

    public boolean isGrantedTo(Caller caller) {
        return scopes.stream().allMatch(caller::wasGranted);
    }

    /** The resource as {@code resources/list} shows it. */
    public ObjectNode describe(Locale locale) {
        return Json.object()
                .put("uri", resource.uri())
                .put("name", resource.name())
                .put("title", texts.title(locale))
                .put("description", texts.description(locale))
                .put("mimeType", resource.mimeType());
    }

    /** The resource as {@code resources/read} shows it. */
    public ObjectNode read(CallContext context) {
        return Json.object()
                .put("uri", resource.uri())
                .put("mimeType", resource.mimeType())
                .put("text", text(method.call(null, context)));
    }

    private static String text(Object contents) {
        try {
            return contents instanceof String text ? text : Json.MAPPER.writeValueAsString(contents);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
