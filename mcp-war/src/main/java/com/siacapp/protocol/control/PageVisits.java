package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.URL_ELICITATION_REQUIRED;

import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.Session;
import com.siacapp.sessions.boundary.McpSessions;

/** People whom a session's client sends to pages, of whose end it wants to hear (MCP 2025-11-25, client/elicitation). */
final class PageVisits {

    private final McpSessions sessions;

    PageVisits(McpSessions sessions) {
        this.sessions = sessions;
    }

    /** To be called before the client is told of the pages among these questions. */
    void begin(Session session, InputRequired required) {
        required.questions().values().stream()
                .filter(Question::isPage)
                .forEach(page -> sessions.awaitPage(session.id(), page.elicitationId()));
    }

    /** For pages that nobody waits for: the client calls again once the person is done with them. */
    RpcException first(Session session, InputRequired required) {
        begin(session, required);
        var data = Json.object();
        var pages = data.putArray("elicitations");
        required.questions().values().forEach(page -> pages.add(page.params()));
        return URL_ELICITATION_REQUIRED.with(data);
    }
}
