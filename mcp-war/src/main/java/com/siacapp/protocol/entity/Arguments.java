package com.siacapp.protocol.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what a method takes out of the JSON that was sent for it. */
public final class Arguments {

    private final Optional<Class<?>> type;
    private final Constraints constraints;

    public Arguments(BoundMethod method, Constraints constraints) {
        this.type = method.argumentsType();
        this.constraints = constraints;
    }

    /** The method's record, which keeps its constraints; null if the method takes none. */
    public @Nullable Object of(ObjectNode json, Locale locale) throws UnfitArguments {
        if (type.isEmpty()) {
            return null;
        }
        var record = bound(json, type.get());
        var broken = constraints.brokenBy(record, locale);
        if (!broken.isEmpty()) {
            throw new UnfitArguments(broken);
        }
        return record;
    }

    private static Object bound(ObjectNode json, Class<?> type) throws UnfitArguments {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException ofAnotherForm) {
            // A schema lets pass what the record's own constructor refuses.
            throw new UnfitArguments(List.of());
        }
    }
}
