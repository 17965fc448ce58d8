package com.siacapp.installation.control;

import com.siacapp.installation.entity.AddressBlock;
import com.siacapp.installation.entity.Mode;
import com.siacapp.installation.entity.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the operator decides about the installation as a whole. */
public interface InstallationSettings {

    Setting<Mode> MODE = Setting.choice(
            "SIAC_MODE",
            Mode.class,
            "production",
            "Development has the demo people, allows http and lets web pages of this computer call the MCP endpoint;"
                    + " it is never for production.");

    Setting<URI> ISSUER = Setting.address(
                    "SIAC_ISSUER",
                    "",
                    "The authorization server's public address, exactly as tokens and metadata carry it;"
                            + " it must be set, and be https in production.")
            .required();

    Setting<URI> RESOURCE = Setting.address(
                    "SIAC_RESOURCE",
                    "/mcp",
                    "The MCP endpoint's public address, which is the audience of access tokens;"
                            + " it must be set, and be https in production.")
            .required();

    Setting<Set<String>> RESOURCE_ALIASES = Setting.texts(
            "SIAC_RESOURCE_ALIASES",
            "",
            "Other ways of writing the resource that clients may ask for; tokens always name the resource itself.");

    Setting<List<AddressBlock>> TRUSTED_PROXIES = Setting.addressBlocks(
            "SIAC_TRUSTED_PROXIES",
            "The reverse proxies that may say in `X-Forwarded-For` where a request came from, and in"
                    + " `X-Forwarded-Host` for which host it was.");

    Setting<Set<String>> ALLOWED_ORIGINS = Setting.origins(
            "SIAC_ALLOWED_ORIGINS",
            "Web origins besides our own whose pages may call the MCP endpoint from a browser;"
                    + " https only in production.");

    Setting<Duration> RETENTION_CHECK =
            Setting.duration("SIAC_RETENTION_CHECK", "PT10M", "How often each node deletes what was over long enough.");
}
