package com.siacapp.subscriptions.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.signals.entity.Signal.Kind;

/** The notifications of changes; they are the same in all versions. */
public final class Notices {

    private Notices() {}

    /** That the list is another now. */
    public static ObjectNode listChanged(Kind list) {
        return Message.notification(
                switch (list) {
                    case TOOLS_CHANGED -> "notifications/tools/list_changed";
                    case PROMPTS_CHANGED -> "notifications/prompts/list_changed";
                    case RESOURCES_CHANGED -> "notifications/resources/list_changed";
                    default -> throw new IllegalArgumentException(list + " is no change of a list");
                },
                Json.object());
    }

    /** That what is read at this address is another now. */
    public static ObjectNode resourceUpdated(String uri) {
        return Message.notification(
                "notifications/resources/updated", Json.object().put("uri", uri));
    }

    /** What the task is at now (tasks, task status notifications). */
    public static ObjectNode taskChanged(ObjectNode task) {
        return Message.notification("notifications/tasks", task);
    }
}
