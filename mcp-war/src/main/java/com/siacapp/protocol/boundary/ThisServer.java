package com.siacapp.protocol.boundary;

import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.control.ProtocolSettings;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.Picture;
import com.siacapp.protocol.entity.ServerInfo;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ValidatorFactory;
import java.net.URI;
import java.util.List;

/** How this server presents itself to clients and their models. */
class ThisServer {

    private static final String INSTRUCTIONS = """
            SIAC Assistant manages a company's WhatsApp Business message templates. \
            Validate a template with siac_validate_template and mend every finding before you save it. \
            Ask the person for what you do not know; never invent ids of templates. \
            If a result says that a permission is missing, ask the person to connect again and allow it.""";

    @Inject
    Installation installation;

    @Produces
    @Singleton
    ServerInfo serverInfo() {
        var logo = new Picture(
                URI.create(installation.issuer() + "/assets/logo.svg"),
                "image/svg+xml",
                List.of("any"),
                Icon.Theme.ANY);
        return new ServerInfo("siac-assistant", "SIAC Assistant", installation.version(), INSTRUCTIONS, List.of(logo));
    }

    @Produces
    @Singleton
    Pagination pagination(KeyRing keys) {
        return new Pagination(new Seal(keys.derive("MCP cursors")), ProtocolSettings.PAGE_SIZE.value());
    }

    @Produces
    @Singleton
    Constraints constraints(ValidatorFactory factory) {
        return new Constraints(factory);
    }
}
