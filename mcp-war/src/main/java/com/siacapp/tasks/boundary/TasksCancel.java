package com.siacapp.tasks.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.tasks.control.TaskJson;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code tasks/cancel}: nobody wants a task any more (tasks, task cancellation). */
@Singleton
public class TasksCancel extends TaskMethod {

    @EJB
    Tasks tasks;

    @Inject
    TaskRunner runner;

    TasksCancel() {
        super("tasks/cancel");
    }

    @Override
    ObjectNode answer(ObjectNode params, CallContext context) {
        var id = TaskJson.idIn(params);
        if (!tasks.cancel(id, context.caller())) {
            throw TaskJson.unknown();
        }
        runner.cancel(id);
        return Json.object();
    }
}
