package com.siacapp.templates.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Engine;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Channel;
import com.siacapp.protocol.entity.Client;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.tools.control.DeclaredTool.Outcome;
import com.siacapp.tools.control.Reader;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.Tool;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** The tools of a bean as the engine declares, checks and calls them, without a server around them. */
final class Workbench {
    static final UUID TENANT = UUID.fromString("00000000-0000-4000-8000-00000000cafe");

    private final ToolRegistry tools;
    private final Locale locale;

    private Workbench(ToolRegistry tools, Locale locale) {
        this.tools = tools;
        this.locale = locale;
    }

    static Workbench with(Object bean) {
        var offers = Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Tool.class))
                .map(method -> new Offer(method, () -> bean))
                .toList();
        return new Workbench(
                new ToolRegistry(
                        offers,
                        Engine.CONSTRAINTS,
                        new Pagination(new Seal(new SecretKeySpec(new byte[32], "AES")), 100),
                        uri -> false),
                Locale.ENGLISH);
    }

    Workbench inSpanish() {
        return new Workbench(tools, CallContext.SPANISH);
    }

    /** A call with arguments that keep the published schema; the answer keeps the published schema too, or this throws. */
    Outcome call(String tool, String arguments) {
        var declared = tools.find(tool, Role.AUTHOR).orElseThrow();
        var json = json(arguments);
        var broken = declared.rulesBrokenBy(json, locale);
        if (!broken.isEmpty()) {
            throw new AssertionError("The schema refuses the arguments: " + broken);
        }
        return declared.call(json, context());
    }

    /** What the published schema has against these arguments. */
    List<String> refusals(String tool, String arguments) {
        return tools.find(tool, Role.AUTHOR).orElseThrow().rulesBrokenBy(json(arguments), locale);
    }

    /** The tool as {@code tools/list} shows it. */
    JsonNode listing(String tool) {
        for (var listed : list(Role.AUTHOR)) {
            if (listed.path("name").asText().equals(tool)) {
                return listed;
            }
        }
        throw new AssertionError("No such tool is listed: " + tool);
    }

    List<String> namesFor(Role role) {
        return list(role).findValuesAsText("name");
    }

    private JsonNode list(Role role) {
        try {
            return Json.MAPPER.readTree(tools.page(new Reader(role, locale, true), Pagination.START)
                    .tools()
                    .getValue());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private CallContext context() {
        var caller = new Caller(
                UUID.randomUUID(),
                "Ana",
                "ana@cafe.example",
                TENANT,
                "Café del Monte",
                Role.AUTHOR,
                Set.of(Scope.FULL_ACCESS),
                UUID.randomUUID(),
                "client",
                false,
                Instant.MAX);
        return new CallContext(caller, ProtocolVersion.V2026_07_28, new Client("test"), locale, Map.of(), Channel.NONE);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
