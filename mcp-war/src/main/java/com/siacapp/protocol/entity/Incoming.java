package com.siacapp.protocol.entity;

import com.siacapp.grants.entity.Caller;
import com.siacapp.requests.entity.RequestId;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;

/**
 * A request as it came, before anything of it was checked. Its reply may come at once, or later by another thread; what
 * happens to it before it is sent is the same.
 */
public final class Incoming {

    private final Message.Request request;
    private final RequestHeaders headers;
    private final Caller caller;
    private final int bytesBefore;
    private final String requestId = RequestId.current();
    private final Deque<UnaryOperator<Reply>> endings = new ConcurrentLinkedDeque<>();

    /** @param bytesBefore how long the replies are that are sent together with this one; 0 unless it is part of a batch */
    public Incoming(Message.Request request, RequestHeaders headers, Caller caller, int bytesBefore) {
        this.request = request;
        this.headers = headers;
        this.caller = caller;
        this.bytesBefore = bytesBefore;
    }

    public Message.Request request() {
        return request;
    }

    public RequestHeaders headers() {
        return headers;
    }

    public Caller caller() {
        return caller;
    }

    public int bytesBefore() {
        return bytesBefore;
    }

    /** The name under which the log knows the HTTP request it came by. */
    public String requestId() {
        return requestId;
    }

    /** What is to be done with the reply. Whoever says so last comes first. */
    public void atEnd(UnaryOperator<Reply> ending) {
        endings.addFirst(ending);
    }

    /** The reply as it is to be sent; to be called once, by whoever sends it. */
    public Reply ended(Reply reply) {
        var ended = reply;
        for (var ending : endings) {
            ended = ending.apply(ended);
        }
        return ended;
    }
}
