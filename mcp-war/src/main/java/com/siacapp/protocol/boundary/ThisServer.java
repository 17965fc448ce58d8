package com.siacapp.protocol.boundary;

import com.siacapp.installation.boundary.Installation;
import com.siacapp.protocol.entity.ServerInfo;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How this server presents itself to clients and their models. */
class ThisServer {

    private static final String INSTRUCTIONS = """
            SIAC Assistant manages a company's WhatsApp Business message templates and campaigns. \
            Validate a template with siac_validate_template and mend every finding before you save it. \
            Ask the person for what you do not know; never invent template, campaign or contact ids. \
            What cannot be undone takes two calls: a preview, then its confirmation once the person agrees. \
            If a result says that a permission is missing, ask the person to connect again and allow it.""";

    @Inject
    Installation installation;

    @Produces
    @Singleton
    ServerInfo serverInfo() {
        return new ServerInfo("siac-assistant", "SIAC Assistant", installation.version(), INSTRUCTIONS);
    }
}
