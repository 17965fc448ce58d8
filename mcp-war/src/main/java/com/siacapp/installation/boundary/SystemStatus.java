package com.siacapp.installation.boundary;

import com.siacapp.installation.entity.Mode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.Spanish;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a model can ask about this installation. */
public class SystemStatus {

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** The facts, for a model that calls tools only. */
    @Tool(
            name = "siac_get_system_info",
            aliases = "get_system_info",
            title = "System status",
            description = "Version and mode of this SIAC Assistant server, whether its database answers, and its time.",
            annotations =
                    @Tool.Annotations(
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    @Spanish(
            title = "Estado del sistema",
            description = "Versión y modo de este servidor SIAC Assistant, si responde su base de datos, y su hora.")
    public ToolResult<SystemInfo> systemInfo(CallContext context) {
        var info = now();
        var up = context.text("SIAC Assistant %s is working.", "SIAC Assistant %s funciona.");
        var down = context.text(
                "The database of SIAC Assistant %s is down.", "La base de datos de SIAC Assistant %s no responde.");
        return ToolResult.of(info, (info.databaseUp() ? up : down).formatted(info.version()));
    }

    /** The same facts, as a resource. */
    @Resource(
            uri = "siac://system/status",
            name = "system-status",
            title = "System status",
            description = "Version and mode of this server, whether its database answers, and its time.")
    @Spanish(
            title = "Estado del sistema",
            description = "Versión y modo de este servidor, si responde su base de datos, y su hora.")
    public SystemInfo status() {
        return now();
    }

    private SystemInfo now() {
        return new SystemInfo(
                installation.version(),
                installation.mode(),
                installation.databaseIsUp(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** An installation, at one moment. */
    public record SystemInfo(
            String version,
            Mode mode,
            @Describe("Whether the database answers") boolean databaseUp,
            Instant time) {}
}
