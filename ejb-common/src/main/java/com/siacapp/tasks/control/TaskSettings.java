package com.siacapp.tasks.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long tasks live, and how many. */
public interface TaskSettings {

    /** How long after its creation a task can be asked for. */
    Setting<Duration> LIFESPAN = Setting.duration("SIAC_TASK_LIFESPAN", "PT24H");

    /** How many open tasks a person may have. */
    int MOST_OPEN = 20;
}
