package com.siacapp.templates.entity;

import org.jspecify.annotations.Nullable;

/**
 * What can be chosen of a template whose text Meta writes. Meta, authentication templates.
 *
 * @param addSecurityRecommendation whether Meta adds "do not share this code"
 * @param codeExpirationMinutes how long the code is said to be valid; null says nothing
 */
public record AuthenticationOptions(
        boolean addSecurityRecommendation, @Nullable Integer codeExpirationMinutes) {

    public static AuthenticationOptions none() {
        return new AuthenticationOptions(false, null);
    }
}
