package com.siacapp.configuration.boundary;

import com.siacapp.installation.entity.InvalidSettingException;
import com.siacapp.installation.entity.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** Looks at every setting before the database is touched; a wrong one ends the start. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Configuration {

    /** Some of these are settings of the MCP endpoint, which looks at them itself. */
    private static final String OF_THE_ENDPOINT = Settings.PREFIX + "MCP_";

    @PostConstruct
    void look() {
        var problems = BusinessSettings.problems();
        if (!problems.isEmpty()) {
            throw new InvalidSettingException(String.join("\n", problems));
        }
        BusinessSettings.ALL.unknown(key -> !key.startsWith(OF_THE_ENDPOINT)).forEach(BusinessSettings::warnOfUnknown);
    }
}
