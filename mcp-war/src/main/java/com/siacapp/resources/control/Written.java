package com.siacapp.resources.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.ResourceContents;
import java.util.List;
import java.util.Optional;

/** What a method answered, as contents of a resource. */
record Written(String uri, String mimeType) {

    /** The contents; empty if the method said that there is no such resource. */
    Optional<ArrayNode> of(Object answer) {
        if (answer instanceof Optional<?> maybe) {
            return maybe.flatMap(this::of);
        }
        var contents = Json.array();
        if (answer instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(ResourceContents.class::isInstance)) {
            list.forEach(part -> contents.add(one(part).json()));
        } else {
            contents.add(one(answer).json());
        }
        return Optional.of(contents);
    }

    private ResourceContents one(Object answer) {
        if (answer instanceof ResourceContents contents) {
            return contents;
        }
        if (answer instanceof byte[] bytes) {
            return ResourceContents.binary(uri, mimeType, bytes);
        }
        return ResourceContents.text(uri, mimeType, answer instanceof String text ? text : json(answer));
    }

    private static String json(Object answer) {
        try {
            return Json.MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
