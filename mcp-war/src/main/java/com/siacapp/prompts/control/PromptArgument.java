package com.siacapp.prompts.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One argument of a prompt, from a component of its record. */
record PromptArgument(String name, String description, boolean required) {

    static List<PromptArgument> allOf(Class<?> arguments) {
        if (!arguments.isRecord()) {
            throw new BrokenDeclaration("The arguments of a prompt, %s, are no record.".formatted(arguments));
        }
        return Arrays.stream(arguments.getRecordComponents())
                .map(PromptArgument::of)
                .toList();
    }

    ObjectNode describe() {
        return Json.object().put("name", name).put("description", description).put("required", required);
    }

    private static PromptArgument of(RecordComponent component) {
        var type = component.getGenericType().getTypeName();
        var required = type.equals(String.class.getName());
        var optional = type.equals("%s<%s>".formatted(Optional.class.getName(), String.class.getName()));
        var describe = component.getAnnotation(Describe.class);
        if (!(required || optional) || describe == null) {
            throw new BrokenDeclaration(
                    "The prompt argument %s must be a String or an Optional<String>, with @Describe on it."
                            .formatted(component.getName()));
        }
        return new PromptArgument(Json.nameOf(component), describe.value(), required);
    }
}
