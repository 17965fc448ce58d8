package com.siacapp.installation.control;

import com.siacapp.installation.entity.AddressBlock;
import com.siacapp.installation.entity.Mode;
import com.siacapp.installation.entity.Setting;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What the operator decides about the installation as a whole. */
public interface InstallationSettings {

    /** Unset means production. */
    Setting<Mode> MODE = Setting.choice("SIAC_MODE", Mode.class, "production");

    /** The authorization server's identifier, as tokens and metadata carry it: no trailing slash. */
    Setting<URI> ISSUER = Setting.address("SIAC_ISSUER", null);

    /** The MCP endpoint's public address, which is also the audience of access tokens. */
    Setting<URI> RESOURCE = Setting.address("SIAC_RESOURCE", null);

    /** Other ways of writing {@link #RESOURCE} that clients may ask for; tokens always name the resource itself. */
    Setting<Set<String>> RESOURCE_ALIASES = Setting.texts("SIAC_RESOURCE_ALIASES", "");

    /** The reverse proxies that may say in {@code X-Forwarded-For} where a request came from. */
    Setting<List<AddressBlock>> TRUSTED_PROXIES = Setting.addressBlocks("SIAC_TRUSTED_PROXIES");

    /** Web origins besides our own whose pages may call the MCP endpoint from a browser. */
    Setting<Set<String>> ALLOWED_ORIGINS = Setting.texts("SIAC_ALLOWED_ORIGINS", "");
}
