package com.siacapp.authorization.entity;

import com.siacapp.clients.entity.OAuthError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client wants the person to be shown (OpenID Connect Core §3.1.2.1). */
public enum Prompt {
    /** No page at all. */
    NONE,
    LOGIN,
    CONSENT,
    /** The consent page, where a person can switch to another account. */
    SELECT_ACCOUNT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws com.siacapp.clients.entity.OAuthException invalid_request for an unknown value, or none among others */
    public static Set<Prompt> parse(String values) {
        var prompts = Arrays.stream(values.split(" ")).map(Prompt::named).collect(Collectors.toSet());
        if (prompts.contains(NONE) && prompts.size() > 1) {
            throw OAuthError.INVALID_REQUEST.because("prompt is none and something else");
        }
        return prompts;
    }

    private static Prompt named(String wireName) {
        return Arrays.stream(values())
                .filter(prompt -> prompt.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("prompt has an unknown value"));
    }
}
