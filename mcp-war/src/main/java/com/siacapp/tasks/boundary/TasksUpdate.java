package com.siacapp.tasks.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.tasks.control.TaskJson;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;

/** {@code tasks/update}: answers to what a task asked (tasks, task update requests). */
@Singleton
public class TasksUpdate extends TaskMethod {

    @EJB
    Tasks tasks;

    @Inject
    TaskRunner runner;

    TasksUpdate() {
        super("tasks/update");
    }

    @Override
    ObjectNode answer(ObjectNode params, CallContext context) {
        var responses = params.path("inputResponses");
        if (!responses.isObject()) {
            throw INVALID_PARAMS.because("inputResponses must be an object");
        }
        var answers = new HashMap<String, String>();
        responses
                .properties()
                .forEach(given -> answers.put(given.getKey(), given.getValue().toString()));
        var answered =
                tasks.answer(TaskJson.idIn(params), context.caller(), answers).orElseThrow(TaskJson::unknown);
        if (answered.goesOn()) {
            runner.goOn(answered.task(), context);
        }
        return Json.object();
    }
}
