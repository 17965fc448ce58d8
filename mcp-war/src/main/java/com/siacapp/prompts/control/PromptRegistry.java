package com.siacapp.prompts.control;

import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.users.entity.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All prompts, in the order of their names. */
public final class PromptRegistry {

    private final TreeMap<String, DeclaredPrompt> byName = new TreeMap<>();

    /** @throws BrokenDeclaration if one of them is declared wrongly */
    public PromptRegistry(Collection<Offer> offers, Constraints constraints) {
        for (var offer : offers) {
            var prompt = new DeclaredPrompt(BoundMethod.of(offer), constraints);
            if (byName.put(prompt.name(), prompt) != null) {
                throw new BrokenDeclaration("The prompt %s is declared twice.".formatted(prompt.name()));
            }
        }
    }

    /** The prompt of this name, if a person of this role may know of it. */
    public Optional<DeclaredPrompt> find(String name, Role role) {
        return Optional.ofNullable(byName.get(name))
                .filter(prompt -> prompt.access().isVisibleTo(role));
    }

    /** The prompts after this name that a person of this role may know of. */
    public Stream<DeclaredPrompt> after(String name, Role role) {
        return byName.tailMap(name, false).values().stream()
                .filter(prompt -> prompt.access().isVisibleTo(role));
    }
}
