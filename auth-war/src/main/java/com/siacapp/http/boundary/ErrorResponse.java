package com.siacapp.http.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.clients.entity.OAuthError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as programs get it (OAuth 2.1 §3.2.4). */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        description = "Why a request was refused.",
        requiredProperties = {"error", "error_description"})
record ErrorResponse(
        @Schema(description = "The error's name, by which programs tell errors apart.")
        String error,

        @Schema(description = "What it means, in one constant English sentence that tells nobody which check failed.")
        String errorDescription,

        @Schema(description = "Under this id the server's log says more.")
        String logId) {

    static ErrorResponse of(OAuthError error, String logId) {
        return new ErrorResponse(error.wireName(), error.description(), logId);
    }
}
