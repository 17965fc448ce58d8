package com.siacapp.authorization.entity;

import com.siacapp.users.entity.SignedInUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who must be signed in, and how recently, before a request is answered (OpenID Connect Core §3.1.2.1).
 *
 * @param maxAge the longest time ago that the person may have signed in
 * @param subject the person of {@code id_token_hint}
 * @param pushedAt when the request was pushed, if it was
 */
public record SignInDemand(
        Set<Prompt> prompts, Optional<Duration> maxAge, Optional<UUID> subject, Optional<Instant> pushedAt) {

    public SignInDemand {
        prompts = Set.copyOf(prompts);
    }

    public boolean isMetBy(SignedInUser person, Instant now) {
        if (subject.filter(expected -> !expected.equals(person.id())).isPresent()) {
            return false;
        }
        if (pushedAt.filter(pushed -> person.authenticatedAt().isAfter(pushed)).isPresent()) {
            return true;
        }
        return !prompts.contains(Prompt.LOGIN)
                && maxAge.filter(age -> person.authenticatedAt().plus(age).isBefore(now))
                        .isEmpty();
    }

    public boolean forbidsPages() {
        return prompts.contains(Prompt.NONE);
    }

    /** Whether the person is to be asked even if they said yes to the same before. */
    public boolean asksForConsent() {
        return prompts.contains(Prompt.CONSENT) || prompts.contains(Prompt.SELECT_ACCOUNT);
    }
}
