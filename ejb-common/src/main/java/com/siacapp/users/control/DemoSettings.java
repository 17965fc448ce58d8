package com.siacapp.users.control;

import com.siacapp.installation.entity.Setting;

/** The people of the demo company, which is there in development only. */
public interface DemoSettings {

    Setting<String> ADMIN_PASSWORD = Setting.text(
                    "SIAC_DEMO_ADMIN_PASSWORD",
                    null,
                    "In development, the password of the demo company's administrator; unset, there is no such person.")
            .secret();

    Setting<String> AUTHOR_PASSWORD = Setting.text("SIAC_DEMO_AUTHOR_PASSWORD", null, "The same for its author.")
            .secret();

    Setting<String> VIEWER_PASSWORD = Setting.text("SIAC_DEMO_VIEWER_PASSWORD", null, "The same for its viewer.")
            .secret();
}
