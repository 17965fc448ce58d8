package com.siacapp.tasks.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Extension;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.tasks.control.TaskJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code tasks/get}: what a task is at (tasks, task polling). */
@Singleton
public class TasksGet implements RpcMethod {

    @Inject
    TaskHost tasks;

    @Override
    public String name() {
        return "tasks/get";
    }

    @Override
    public boolean isIn(ProtocolVersion version) {
        return version.isModern();
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        Extension.require(Extension.TASKS, context.client());
        return tasks.find(params.path("taskId").asText(), context.caller()).orElseThrow(TaskJson::unknown);
    }
}
