package com.siacapp.limits.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long who fails has to wait. */
public interface DelaySettings {

    Setting<Duration> LONGEST = Setting.duration(
            "SIAC_LONGEST_DELAY_AFTER_FAILURES",
            "PT5M",
            "The longest that somebody has to wait after failures in a row.");
}
