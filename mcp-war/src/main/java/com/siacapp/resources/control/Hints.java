package com.siacapp.resources.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Json;
import com.siacapp.resources.entity.Resource.Annotations;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is declared for clients' choice of resources (MCP 2026-07-28, schema, Annotations). */
final class Hints {

    private Hints() {}

    /** As they go over the wire, if there are any. */
    static Optional<ObjectNode> of(Annotations declared, BoundMethod method) {
        var hints = Json.object();
        if (declared.audience().length > 0) {
            var names = hints.putArray("audience");
            Arrays.stream(declared.audience())
                    .map(who -> who.name().toLowerCase(Locale.ROOT))
                    .forEach(names::add);
        }
        if (declared.priority() >= 0) {
            hints.put("priority", declared.priority());
        }
        if (!declared.lastModified().isEmpty()) {
            hints.put("lastModified", declared.lastModified());
        }
        if (declared.priority() > 1 || !isMoment(declared.lastModified())) {
            throw new BrokenDeclaration("The resource %s has hints no client understands.".formatted(method));
        }
        return hints.isEmpty() ? Optional.empty() : Optional.of(hints);
    }

    private static boolean isMoment(String text) {
        try {
            return text.isEmpty() || Instant.parse(text) != null;
        } catch (DateTimeParseException other) {
            return false;
        }
    }
}
