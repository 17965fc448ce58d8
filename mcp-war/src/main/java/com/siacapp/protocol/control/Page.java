package com.siacapp.protocol.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor what the client sends for the part that follows; empty if none does
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

    /** As the result of a list. */
    public ObjectNode as(String member, Function<T, ObjectNode> shown) {
        var result = Json.object();
        var array = result.putArray(member);
        items.forEach(item -> array.add(shown.apply(item)));
        nextCursor.ifPresent(cursor -> result.put("nextCursor", cursor));
        return result;
    }
}
