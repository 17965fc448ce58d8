package com.siacapp.metadata.boundary;

import static java.util.stream.Collectors.joining;

import com.siacapp.clients.entity.OAuthError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Spells out the errors of {@code META-INF/openapi.yaml}. There an answer only names them, as {@code x-errors: [invalid_grant]};
 * texts, examples and the body's schema come from the catalogue, so that they are written once. Where a page or a redirect
 * carries the error, it has texts alone.
 */
public class ErrorTexts implements OASFilter {

    private static final String NAMES = "x-errors";
    private static final String SOME_LOG_ID = "5f0c9a52-6a0e-4d0b-9d3c-2b7f8c1e4a90";

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (!(members(response.getExtensions()).get(NAMES) instanceof List<?> names)) {
            return response;
        }
        var errors = names.stream().map(ErrorTexts::named).toList();
        response.setDescription(description(response, errors));
        return response.getContent() == null && !isRedirect(response) ? response.content(json(errors)) : response;
    }

    /** @throws IllegalArgumentException for an error that is not in the catalogue, which ends the deployment */
    private static OAuthError named(Object wireName) {
        return OAuthError.valueOf(wireName.toString().toUpperCase(Locale.ROOT));
    }

    private static String description(APIResponse response, List<OAuthError> errors) {
        var before = Optional.ofNullable(response.getDescription()).map(text -> text.strip() + "\n\n");
        return before.orElse("")
                + errors.stream()
                        .map(error -> "- `%s`: %s".formatted(error.wireName(), error.description()))
                        .collect(joining("\n"));
    }

    /** Then the error is in the address the browser is sent to. */
    private static boolean isRedirect(APIResponse response) {
        return members(response.getHeaders()).containsKey(HttpHeaders.LOCATION);
    }

    private static <T> Map<String, T> members(@Nullable Map<String, T> ofTheModel) {
        return Objects.requireNonNullElse(ofTheModel, Map.of());
    }

    private static Content json(List<OAuthError> errors) {
        var body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("ErrorResponse"));
        errors.forEach(error ->
                body.addExample(error.wireName(), OASFactory.createExample().ref(error.wireName())));
        return OASFactory.createContent().addMediaType(MediaType.APPLICATION_JSON, body);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (var error : OAuthError.values()) {
            api.getComponents()
                    .addExample(error.wireName(), OASFactory.createExample().value(body(error)));
        }
    }

    /** In the order of the names, the same on every node. */
    private static Map<String, String> body(OAuthError error) {
        return new TreeMap<>(
                Map.of("error", error.wireName(), "error_description", error.description(), "log_id", SOME_LOG_ID));
    }
}
