package com.siacapp.tasks.boundary;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;
import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;
import static com.siacapp.protocol.entity.RpcError.TOO_MANY_REQUESTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.grants.entity.Caller;
import com.siacapp.guards.boundary.AnswerSize;
import com.siacapp.observability.boundary.Observation;
import com.siacapp.protocol.control.Lanes;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.CancelledException;
import com.siacapp.protocol.entity.Channel;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.requests.entity.RequestId;
import com.siacapp.tasks.control.TaskExchange;
import com.siacapp.tasks.control.TaskJson;
import com.siacapp.tasks.entity.Task;
import com.siacapp.tasks.entity.TaskQuestion;
import com.siacapp.tasks.entity.TooManyTasksException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Runs tasks on this node, and keeps hold of them while it does. */
@ApplicationScoped
public class TaskRunner implements TaskHost {

    /** Their own: tasks take long, and calls that wait for a thread for a moment must not wait for them. */
    static final String THREADS = "java:module/concurrent/tasks";

    /** Of the sixteen, see {@link TaskHolding}. */
    private static final int THREADS_OF_ONE_PERSON = 4;

    /** What was cancelled is no open task and yet waits for its thread. */
    private static final int MOST_WAITING = 20;

    /** When somebody who has too many tasks may try again. */
    private static final int RETRY_SECONDS = 60;

    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    /** What belongs to one message and not to the call. */
    private static final List<String> OF_ONE_MESSAGE = List.of(MetaKey.META, "requestState", "inputResponses");

    /** No response has this id, since nobody waits for one. */
    private static final JsonNode NOBODY = NullNode.getInstance();

    private final Map<UUID, TaskExchange> running = new ConcurrentHashMap<>();

    @EJB
    Tasks tasks;

    @Inject
    @Any
    Instance<RpcMethod> methods;

    @Inject
    Observation observation;

    @Inject
    AnswerSize answerSize;

    @EJB
    AccessTokens accessTokens;

    @Resource(lookup = THREADS)
    ManagedExecutorService executor;

    private final Lanes lanes = new Lanes(work -> executor.execute(work), THREADS_OF_ONE_PERSON);

    @Override
    public ObjectNode begin(Message.Request request, CallContext context) {
        if (lanes.waiting(context.caller().user()) >= MOST_WAITING) {
            throw tooMany();
        }
        try {
            var params = request.params().deepCopy();
            params.remove(OF_ONE_MESSAGE);
            var call = Json.object().put("method", request.method()).set("params", params);
            var task = tasks.begin(context.caller(), call.toString(), TaskJson.written(context.answers()));
            goOn(task, context);
            return TaskJson.task(task);
        } catch (TooManyTasksException refused) {
            throw tooMany();
        }
    }

    private static RpcException tooMany() {
        return TOO_MANY_REQUESTS.because("too many tasks are open, wait until some of them are over", RETRY_SECONDS);
    }

    @Override
    public Optional<ObjectNode> find(String id, Caller caller) {
        return TaskJson.id(id).flatMap(known -> tasks.find(known, caller)).map(TaskJson::detailed);
    }

    /** Works on a task that waits for nothing. */
    public void goOn(Task task, CallContext context) {
        var exchange = new TaskExchange();
        running.put(task.id(), exchange);
        var call = Json.parsed(task.request());
        var work = observation.beyond(
                call.path("method").asText(),
                (ObjectNode) call.path("params"),
                context.caller(),
                () -> run(task, call, context, exchange));
        try {
            lanes.execute(context.caller().user(), work);
        } catch (RuntimeException | Error noThread) {
            running.remove(task.id(), exchange);
            throw noThread;
        }
    }

    /** Has the work stop, if it is done here. */
    public void cancel(UUID id) {
        var exchange = running.get(id);
        if (exchange != null) {
            exchange.cancel();
        }
    }

    /** Keeps hold of what runs here; what was ended elsewhere is told to stop. */
    public void hold() {
        // A task that was asked for and answered meanwhile runs again, in an exchange that is not among these.
        var held = Map.copyOf(running);
        if (!held.isEmpty()) {
            var going = tasks.hold(List.copyOf(held.keySet()));
            held.forEach((id, exchange) -> {
                if (!going.contains(id)) {
                    exchange.cancel();
                }
            });
        }
    }

    /** Says how it ended as a call would. */
    private Reply run(Task task, JsonNode call, CallContext began, TaskExchange exchange) {
        var context = began.inBackground(TaskJson.parsed(task.answers()), Channel.ofTask(exchange));
        try {
            var whole = method(call.path("method").asText())
                    .call((ObjectNode) call.path("params"), asOfNow(context, exchange));
            var result = answerSize.storable(whole.put("resultType", "complete"), context.locale());
            tasks.complete(task.id(), result.toString());
            return Reply.answering(NOBODY, result);
        } catch (InputRequired required) {
            return ask(task.id(), required, context);
        } catch (CancelledException stopped) {
            tasks.stop(task.id());
            return Reply.refusing(NOBODY, INTERNAL_ERROR.because("cancelled"), INTERNAL_ERROR.httpStatus());
        } catch (InsufficientScope challenge) {
            return failed(task.id(), INVALID_REQUEST.because("this needs more permissions, call again to learn which"));
        } catch (RpcException refused) {
            return failed(task.id(), refused);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Task %s failed, log id %s", task.id(), RequestId.current());
            return failed(task.id(), INTERNAL_ERROR.because("log id " + RequestId.current()));
        } finally {
            running.remove(task.id(), exchange);
        }
    }

    /** It may have waited long for its thread: whose access ended meanwhile, their task is over. */
    private CallContext asOfNow(CallContext context, TaskExchange exchange) {
        var caller = accessTokens.asOfNow(context.caller());
        if (caller.isEmpty()) {
            exchange.cancel();
        }
        context.channel().cancellation().check();
        return context.again(caller.orElseThrow(), context.answers());
    }

    private Reply ask(UUID id, InputRequired required, CallContext context) {
        if (!required.isFor(context.client().capabilities())) {
            return failed(id, required.refusal(context.client().capabilities()));
        }
        tasks.ask(
                id,
                required.questions().entrySet().stream()
                        .map(question -> new TaskQuestion.Asked(
                                question.getKey(),
                                question.getValue().method(),
                                question.getValue().modernParams().toString()))
                        .toList());
        return Reply.answering(NOBODY, Json.object().put("resultType", "input_required"));
    }

    private Reply failed(UUID id, RpcException refused) {
        tasks.fail(id, Reply.error(refused).toString());
        return Reply.refusing(NOBODY, refused, refused.error().httpStatus());
    }

    private RpcMethod method(String name) {
        return methods.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
