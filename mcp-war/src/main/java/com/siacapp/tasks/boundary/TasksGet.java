package com.siacapp.tasks.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.tasks.control.TaskJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code tasks/get}: what a task is at (tasks, task polling). */
@Singleton
public class TasksGet extends TaskMethod {

    @Inject
    TaskHost tasks;

    TasksGet() {
        super("tasks/get");
    }

    @Override
    ObjectNode answer(ObjectNode params, CallContext context) {
        return tasks.find(params.path("taskId").asText(), context.caller()).orElseThrow(TaskJson::unknown);
    }
}
