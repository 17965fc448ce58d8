package com.siacapp.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.launcher.BelowTarget;
import com.siacapp.launcher.LauncherProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the product is for: an official client finds the server, registers itself, a person signs in and allows it in a
 * real browser, and the tools answer, also after the access token is refreshed. The script told here asserts each step.
 */
class ConnectorStoryIT {

    @TempDir(factory = BelowTarget.class)
    private static Path folder;

    private static LauncherProcess siac;

    @BeforeAll
    static void start() {
        siac = LauncherProcess.start(folder);
        siac.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (siac != null) {
            siac.close();
        }
    }

    @Test
    void the_client_of_2025_11_25_connects_and_refreshes_for_a_person_who_reads_english() {
        var told = Story.of("sdk-1").in("en").tell(siac);

        assertThat(told.protocolVersion()).isEqualTo("2025-11-25");
        assertThat(told.language()).isEqualTo("en");
        assertTools(told);
    }

    @Test
    void the_client_of_2026_07_28_connects_and_refreshes_for_a_person_who_reads_spanish() {
        var told = Story.of("client-2").in("es").tell(siac);

        assertThat(told.protocolVersion()).isEqualTo("2026-07-28");
        assertThat(told.language()).isEqualTo("es");
        assertTools(told);
    }

    private static void assertTools(Story.Told told) {
        assertThat(told.tools()).contains("siac_validate_template", "siac_get_user_info");
        assertThat(told.goodTemplate()).isEqualTo("SUCCESS");
        assertThat(told.badTemplate()).isEqualTo("FAILED");
        assertThat(told.accessTokenChanged()).isTrue();
        assertThat(told.refreshTokenRotated()).isTrue();
    }
}
