package com.siacapp.token.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** OpenID Connect Core §5.4: claims by scope. Nobody verifies addresses: we send no e-mail. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(description = "Who the person is, as far as the scopes tell.", requiredProperties = "sub")
record UserInfoResponse(
        @Schema(description = "The person's id, which never changes.")
        String sub,

        @Schema(description = "For the scope profile.") @Nullable
        String name,

        @Schema(description = "For the scope email.") @Nullable
        String email,

        @Schema(description = "For the scope email; always false, because this server sends no e-mail.") @Nullable
        Boolean emailVerified) {

    static UserInfoResponse of(Caller caller) {
        var tellsEmail = caller.wasGranted(Scope.EMAIL);
        return new UserInfoResponse(
                caller.user().toString(),
                caller.wasGranted(Scope.PROFILE) ? caller.name() : null,
                tellsEmail ? caller.email() : null,
                tellsEmail ? Boolean.FALSE : null);
    }
}
