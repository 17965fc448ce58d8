package com.siacapp.configuration.boundary;

import com.siacapp.guards.control.GuardSettings;
import com.siacapp.installation.entity.InvalidSettingException;
import com.siacapp.installation.entity.Settings;
import com.siacapp.protocol.control.ProtocolSettings;
import com.siacapp.subscriptions.control.StreamSettings;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Looks at every setting of this WAR at its start. */
@WebListener
public class EndpointConfiguration implements ServletContextListener {

    /** Every setting of the MCP endpoint. */
    public static final Settings SETTINGS =
            Settings.of(StreamSettings.class, GuardSettings.class, ProtocolSettings.class);

    /** How the endpoint's keys begin, and those of the sessions that ejb-common keeps for it. */
    private static final String PREFIX = Settings.PREFIX + "MCP_";

    @Override
    public void contextInitialized(ServletContextEvent start) {
        var problems = SETTINGS.problems();
        if (!problems.isEmpty()) {
            throw new InvalidSettingException(String.join("\n", problems));
        }
        SETTINGS.and(BusinessSettings.ALL.all().stream())
                .unknown(key -> key.startsWith(PREFIX))
                .forEach(BusinessSettings::warnOfUnknown);
    }
}
