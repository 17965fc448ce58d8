package com.siacapp.device.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.siacapp.authorization.control.AuthorizationChecks;
import com.siacapp.clients.boundary.ClientAuthentication;
import com.siacapp.grants.boundary.DeviceAuthorizations;
import com.siacapp.grants.boundary.DeviceAuthorizations.Request;
import com.siacapp.grants.boundary.DeviceAuthorizations.Started;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.DeviceAuthorization;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.limits.entity.Flood;
import com.siacapp.token.control.PresentedCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a device asks for access (RFC 8628 §3.1). */
@ApplicationScoped
@Path("oauth/device_authorization")
public class DeviceAuthorizationResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    AuthorizationChecks checks;

    @Inject
    DeviceAuthorizations devices;

    @Inject
    Installation installation;

    @Inject
    Limits limits;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public DeviceAuthorizationResponse start(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("DPoP") List<String> proofs,
            MultivaluedMap<String, String> form) {
        var parameters = new OAuthParameters(form);
        var client = clients.authenticate(PresentedCredentials.of(authorization, parameters));
        var request = new Request(
                AuthorizationChecks.scopes(client, parameters),
                checks.resource(parameters),
                PresentedProof.among(proofs, HttpMethod.POST, address("/oauth/device_authorization")));
        limits.take(Flood.DEVICE_AUTHORIZATIONS, client.id());
        return response(devices.start(client, request));
    }

    /** RFC 8628 §3.2, §3.3.1. */
    private DeviceAuthorizationResponse response(Started started) {
        var page = address("/device").toString();
        var code = started.userCode().shown();
        return new DeviceAuthorizationResponse(
                started.deviceCode().value(),
                code,
                page,
                page + "?user_code=" + code,
                TokenSettings.DEVICE_CODE_LIFESPAN.value().toSeconds(),
                DeviceAuthorization.INTERVAL.toSeconds());
    }

    private URI address(String path) {
        return URI.create(installation.issuer() + path);
    }

    /** RFC 8628 §3.2. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(
            description = "What a device shows to its person, and what it polls with.",
            requiredProperties = {
                "device_code",
                "user_code",
                "verification_uri",
                "verification_uri_complete",
                "expires_in",
                "interval"
            })
    record DeviceAuthorizationResponse(
            @Schema(description = "What the device sends to the token endpoint.")
            String deviceCode,

            @Schema(description = "What the person types.") String userCode,

            @Schema(description = "Where the person types it.", format = "uri")
            String verificationUri,

            @Schema(description = "The same with the code in it, for a QR code.", format = "uri")
            String verificationUriComplete,

            @Schema(description = "Seconds until both codes expire.")
            long expiresIn,

            @Schema(description = "Seconds to wait between two polls.")
            long interval) {

        /** Never the codes: they must not reach a log. */
        @Override
        public String toString() {
            return "DeviceAuthorizationResponse[hidden]";
        }
    }
}
