package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.installation.control.LauncherSettings;
import org.junit.jupiter.api.Test;

/** How the launcher starts the server. */
class ServerTest {

    @Test
    void the_jvm_has_the_options_that_the_page_of_settings_tells_of() {
        assertThat(LauncherSettings.JAVA_OPTIONS.fallback()).isEqualTo(Server.DEFAULT_JAVA_OPTIONS);
    }
}
