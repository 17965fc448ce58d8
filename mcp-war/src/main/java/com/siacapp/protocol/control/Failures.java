package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.CancelledException;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RpcError;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.requests.entity.RequestId;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a client is told when its request ends in an exception. */
public final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /**
     * The reply to a request that ended so.
     *
     * @throws InsufficientScope when it is that, which HTTP has an answer of its own for
     */
    public static Reply reply(Request request, RuntimeException failure, ToIntFunction<RpcError> httpStatus) {
        if (failure instanceof InsufficientScope challenge) {
            throw challenge;
        }
        if (failure instanceof RpcException refused) {
            return Reply.refusing(request.id(), refused, httpStatus.applyAsInt(refused.error()));
        }
        if (failure instanceof CancelledException) {
            var ended = INTERNAL_ERROR.because("cancelled");
            return Reply.refusing(request.id(), ended, httpStatus.applyAsInt(ended.error()));
        }
        return fault(request.id(), failure);
    }

    /**
     * The reply to a message that ended so and was no request.
     *
     * @throws InsufficientScope when it is that, which HTTP has an answer of its own for
     */
    public static Reply reply(@Nullable JsonNode id, RuntimeException failure) {
        if (failure instanceof InsufficientScope challenge) {
            throw challenge;
        }
        return failure instanceof RpcException refused
                ? Reply.refusing(id, refused, refused.error().httpStatus())
                : fault(id, failure);
    }

    /** The message of a fault stays here: it may hold what the client must not see. */
    static Reply fault(@Nullable JsonNode id, Throwable fault) {
        var logId = RequestId.current();
        LOG.errorf(fault, "A request failed, log id %s", logId);
        var shown = INTERNAL_ERROR.because("log id " + logId);
        return Reply.refusing(id, shown, INTERNAL_ERROR.httpStatus());
    }
}
