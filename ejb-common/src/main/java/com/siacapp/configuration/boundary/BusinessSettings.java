package com.siacapp.configuration.boundary;

import com.siacapp.audit.control.AuditSettings;
import com.siacapp.clients.control.ClientDocumentSettings;
import com.siacapp.configuration.control.ProductionRules;
import com.siacapp.grants.control.RetentionSettings;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.installation.control.DatabaseSettings;
import com.siacapp.installation.control.InstallationSettings;
import com.siacapp.installation.control.LauncherSettings;
import com.siacapp.installation.entity.Settings;
import com.siacapp.keys.control.KeySettings;
import com.siacapp.limits.control.DelaySettings;
import com.siacapp.limits.entity.Limit;
import com.siacapp.sessions.control.McpSessionSettings;
import com.siacapp.tasks.control.TaskSettings;
import com.siacapp.users.control.AccountSettings;
import com.siacapp.users.control.DemoSettings;
import com.siacapp.users.control.SessionSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** All settings of the business components, and what is wrong with them. */
public final class BusinessSettings {

    private static final Logger LOG = Logger.getLogger(BusinessSettings.class);

    public static final Settings ALL = Settings.of(
                    InstallationSettings.class,
                    DatabaseSettings.class,
                    LauncherSettings.class,
                    KeySettings.class,
                    TokenSettings.class,
                    RetentionSettings.class,
                    ClientDocumentSettings.class,
                    SessionSettings.class,
                    AccountSettings.class,
                    DemoSettings.class,
                    McpSessionSettings.class,
                    TaskSettings.class,
                    DelaySettings.class,
                    AuditSettings.class)
            .and(Arrays.stream(Limit.values()).map(Limit::setting));

    private BusinessSettings() {}

    /** Why there is no start with these, a sentence for each reason. */
    public static List<String> problems() {
        var malformed = ALL.problems();
        return malformed.isEmpty() ? broken() : malformed;
    }

    private static List<String> broken() {
        return Stream.concat(DatabaseSettings.contradiction().stream(), ProductionRules.broken().stream())
                .toList();
    }

    /** Says that a key does nothing: it is misspelt, or of another version. */
    public static void warnOfUnknown(String key) {
        LOG.warnf("%s is no setting of this version and is not used: docs/configuration.md has all there are.", key);
    }
}
