package com.siacapp.prompts.boundary;

import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.boundary.Offers;
import com.siacapp.protocol.entity.Constraints;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gathers the prompts of the deployed application. */
class Prompts {

    @Produces
    @Singleton
    PromptRegistry registry(Offers offers, Constraints constraints) {
        return new PromptRegistry(offers.declaredWith(Prompt.class), constraints);
    }
}
