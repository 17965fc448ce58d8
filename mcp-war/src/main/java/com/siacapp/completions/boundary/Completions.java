package com.siacapp.completions.boundary;

import com.siacapp.completions.control.CompletionRegistry;
import com.siacapp.completions.entity.CompletePrompt;
import com.siacapp.completions.entity.CompleteResourceTemplate;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.boundary.Offers;
import com.siacapp.resources.control.ResourceRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gathers the completions of the deployed application. */
class Completions {

    @Produces
    @Singleton
    CompletionRegistry registry(Offers offers, PromptRegistry prompts, ResourceRegistry resources) {
        return new CompletionRegistry(
                offers.declaredWith(CompletePrompt.class),
                offers.declaredWith(CompleteResourceTemplate.class),
                prompts,
                resources);
    }
}
