package com.siacapp.tasks.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Extension;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.tasks.control.TaskJson;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code tasks/cancel}: nobody wants a task any more (tasks, task cancellation). */
@Singleton
public class TasksCancel implements RpcMethod {

    @EJB
    Tasks tasks;

    @Inject
    TaskRunner runner;

    @Override
    public String name() {
        return "tasks/cancel";
    }

    @Override
    public boolean isIn(ProtocolVersion version) {
        return version.isModern();
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        Extension.require(Extension.TASKS, context.client());
        var id = TaskJson.idIn(params);
        if (!tasks.cancel(id, context.caller())) {
            throw TaskJson.unknown();
        }
        runner.cancel(id);
        return Json.object();
    }
}
