package com.siacapp.prompts.control;

import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Offer;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** All prompts, in the order of their names. */
public final class PromptRegistry {

    private final TreeMap<String, DeclaredPrompt> byName = new TreeMap<>();

    /** @throws BrokenDeclaration if one of them is declared wrongly */
    public PromptRegistry(Collection<Offer> offers) {
        for (var offer : offers) {
            var prompt = new DeclaredPrompt(BoundMethod.of(offer));
            if (byName.put(prompt.name(), prompt) != null) {
                throw new BrokenDeclaration("The prompt %s is declared twice.".formatted(prompt.name()));
            }
        }
    }

    public Optional<DeclaredPrompt> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<DeclaredPrompt> all() {
        return byName.values();
    }
}
