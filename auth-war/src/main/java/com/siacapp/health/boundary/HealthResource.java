package com.siacapp.health.boundary;

import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the server works, for anybody; why not is told at the management address only. */
@ApplicationScoped
@Path("health")
public class HealthResource {

    @Inject
    Installation installation;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response health() {
        var isUp = installation.databaseIsUp();
        return Response.status(isUp ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(new HealthResponse(isUp ? "UP" : "DOWN"))
                .build();
    }

    @Schema(description = "Whether the server works.", requiredProperties = "status")
    record HealthResponse(
            @Schema(enumeration = {"UP", "DOWN"}) String status) {}
}
