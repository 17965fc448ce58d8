package com.siacapp.tasks.control;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.CancelledException;
import com.siacapp.protocol.entity.Channel;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.tasks.boundary.Tasks;
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

    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    /** What belongs to one message and not to the call. */
    private static final List<String> OF_ONE_MESSAGE = List.of(MetaKey.META, "requestState", "inputResponses");

    private final Map<UUID, TaskExchange> running = new ConcurrentHashMap<>();

    @EJB
    Tasks tasks;

    @Inject
    @Any
    Instance<RpcMethod> methods;

    @Resource
    ManagedExecutorService executor;

    @Override
    public ObjectNode begin(Message.Request request, CallContext context) {
        try {
            var params = request.params().deepCopy();
            params.remove(OF_ONE_MESSAGE);
            var call = Json.object().put("method", request.method()).set("params", params);
            var task = tasks.begin(context.caller(), call.toString(), TaskJson.written(context.answers()));
            goOn(task, context);
            return TaskJson.task(task);
        } catch (TooManyTasksException refused) {
            throw INTERNAL_ERROR.because("too many tasks are open, wait until some of them are over");
        }
    }

    @Override
    public Optional<ObjectNode> find(String id, Caller caller) {
        return TaskJson.id(id).flatMap(known -> tasks.find(known, caller)).map(TaskJson::detailed);
    }

    /** Works on a task that waits for nothing. */
    public void goOn(Task task, CallContext context) {
        var exchange = new TaskExchange();
        running.put(task.id(), exchange);
        executor.execute(() -> run(task, context, exchange));
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
        var ids = List.copyOf(running.keySet());
        if (!ids.isEmpty()) {
            var going = tasks.hold(ids);
            ids.stream().filter(id -> !going.contains(id)).forEach(this::cancel);
        }
    }

    private void run(Task task, CallContext began, TaskExchange exchange) {
        var call = Json.parsed(task.request());
        var context = began.inBackground(TaskJson.parsed(task.answers()), Channel.ofTask(exchange));
        try {
            var result = method(call.path("method").asText()).call((ObjectNode) call.path("params"), context);
            tasks.complete(task.id(), result.put("resultType", "complete").toString());
        } catch (InputRequired required) {
            ask(task.id(), required, context);
        } catch (CancelledException stopped) {
            tasks.stop(task.id());
        } catch (RpcException refused) {
            tasks.fail(task.id(), errorOf(refused));
        } catch (RuntimeException fault) {
            var logId = UUID.randomUUID();
            LOG.errorf(fault, "Task %s failed, log id %s", task.id(), logId);
            tasks.fail(task.id(), errorOf(INTERNAL_ERROR.because("log id " + logId)));
        } finally {
            running.remove(task.id(), exchange);
        }
    }

    private void ask(UUID id, InputRequired required, CallContext context) {
        if (!required.isFor(context.client().capabilities())) {
            tasks.fail(id, errorOf(required.refusal(context.client().capabilities())));
            return;
        }
        tasks.ask(
                id,
                required.questions().entrySet().stream()
                        .map(question -> new TaskQuestion.Asked(
                                question.getKey(),
                                question.getValue().method(),
                                question.getValue().modernParams().toString()))
                        .toList());
    }

    private RpcMethod method(String name) {
        return methods.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String errorOf(RpcException refused) {
        return Reply.error(refused).toString();
    }
}
