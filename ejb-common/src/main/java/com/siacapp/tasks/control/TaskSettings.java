package com.siacapp.tasks.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long tasks live, and how many. */
public interface TaskSettings {

    Setting<Duration> LIFESPAN = Setting.duration(
            "SIAC_TASK_LIFESPAN",
            "PT24H",
            "How long after it began a client can ask for a task, the work of a call that goes on after its answer.");

    /** How many open tasks a person may have. */
    int MOST_OPEN = 20;
}
