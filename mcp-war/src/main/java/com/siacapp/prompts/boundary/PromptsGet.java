package com.siacapp.prompts.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Params;
import com.siacapp.protocol.entity.RpcMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code prompts/get} (MCP 2026-07-28, server/prompts, getting a prompt). */
@Singleton
public class PromptsGet implements RpcMethod {

    private final PromptRegistry registry;

    @Inject
    public PromptsGet(PromptRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "prompts/get";
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var prompt = registry.find(
                        params.path("name").asText(), context.caller().role())
                .orElseThrow(() -> INVALID_PARAMS.because("unknown prompt"));
        prompt.access().require(context.caller());
        return prompt.messages(Params.argumentsIn(params), context);
    }
}
