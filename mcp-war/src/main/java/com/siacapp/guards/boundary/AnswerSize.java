package com.siacapp.guards.boundary;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.guards.control.GuardSettings;
import com.siacapp.protocol.control.Languages;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.requests.entity.RequestId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps answers that no model could read from being sent: whoever asked too broadly is told to ask for less. */
@Singleton
public class AnswerSize implements RequestFilter {

    /** More than what an answer says of a task beside its result. */
    private static final int AROUND_A_RESULT = 4096;

    private static final Logger LOG = Logger.getLogger(AnswerSize.class);

    private final Supplier<Integer> largest;

    @Inject
    AnswerSize() {
        this(GuardSettings.LARGEST_ANSWER::value);
    }

    /** Without a container. */
    public AnswerSize(Supplier<Integer> largest) {
        this.largest = largest;
    }

    @Override
    public Layer layer() {
        return Layer.PROTECTION;
    }

    @Override
    public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next) {
        incoming.atEnd(reply -> fitting(incoming, reply));
        return next.get();
    }

    private Reply fitting(Incoming incoming, Reply reply) {
        // Answers of one batch are sent as one.
        var length = incoming.bytesBefore() + reply.json().length;
        if (length <= largest.get()) {
            return reply;
        }
        LOG.warnf(
                "An answer of %d bytes is not sent: the largest has %d, log id %s",
                length, largest.get(), incoming.requestId());
        var id = incoming.request().id();
        var result = reply.body().map(body -> body.path("result")).filter(JsonNode::isObject);
        return incoming.request().method().equals("tools/call") && result.isPresent()
                ? Reply.answering(id, tooLong(result.get(), localeOf(incoming)))
                : Reply.refusing(id, INTERNAL_ERROR.because("the answer is too long"), INTERNAL_ERROR.httpStatus());
    }

    /** The result of a task, or what is kept in its place because no answer could carry it. */
    public ObjectNode storable(ObjectNode result, Locale locale) {
        var length = Reply.answering(NullNode.getInstance(), result).json().length;
        if (length + AROUND_A_RESULT <= largest.get()) {
            return result;
        }
        LOG.warnf(
                "A result of %d bytes is not kept: the largest answer has %d, log id %s",
                length, largest.get(), RequestId.current());
        return tooLong(result, locale);
    }

    private static Locale localeOf(Incoming incoming) {
        return Languages.of(incoming.request().meta(), incoming.headers().acceptLanguage());
    }

    private static String text(Locale locale) {
        return locale.equals(CallContext.SPANISH)
                ? "La respuesta es demasiado larga para enviarla. Pide menos, por ejemplo menos elementos a la vez."
                : "The answer is too long to be sent. Ask for less, such as fewer at a time.";
    }

    /** A result the model can act on. What the era says of a result stays; what the tool said goes. */
    private static ObjectNode tooLong(JsonNode result, Locale locale) {
        var shown = Json.object();
        if (result.has("resultType")) {
            shown.put("resultType", "complete");
        }
        if (result.path(MetaKey.META).has(MetaKey.SERVER_INFO)) {
            shown.putObject(MetaKey.META)
                    .set(MetaKey.SERVER_INFO, result.path(MetaKey.META).get(MetaKey.SERVER_INFO));
        }
        shown.putArray("content").addObject().put("type", "text").put("text", text(locale));
        return shown.put("isError", true);
    }
}
