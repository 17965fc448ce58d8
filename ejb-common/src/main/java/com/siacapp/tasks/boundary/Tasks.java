package com.siacapp.tasks.boundary;

import com.siacapp.grants.entity.Caller;
import com.siacapp.tasks.control.StoredTasks;
import com.siacapp.tasks.control.TaskSettings;
import com.siacapp.tasks.entity.Task;
import com.siacapp.tasks.entity.TaskQuestion;
import com.siacapp.tasks.entity.TooManyTasksException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The tasks of people and their apps. */
@Stateless
public class Tasks {

    @EJB
    StoredTasks stored;

    @Inject
    Clock clock;

    /**
     * A new task, held by this node. It can be found before this returns (tasks, task creation).
     *
     * @param request as JSON
     * @param answers what was answered before, as JSON, by the tool's name of the question
     * @throws TooManyTasksException if the person has too many that are not over
     */
    public Task begin(Caller caller, String request, Map<String, String> answers) {
        var now = clock.instant();
        if (stored.countOpen(caller.user(), now) >= TaskSettings.MOST_OPEN) {
            throw new TooManyTasksException();
        }
        var task = new Task(caller, request, now, TaskSettings.LIFESPAN.value());
        task.knows(answers);
        stored.add(task);
        return task;
    }

    /** The task of this id, if it is the caller's. */
    public Optional<Task> find(UUID id, Caller caller) {
        var now = clock.instant();
        var task = stored.find(id).filter(found -> found.isOf(caller, now));
        if (task.filter(found -> found.isLostAt(now)).isPresent()) {
            change(id, lost -> lost.lose(now));
        }
        task.ifPresent(Task::answers);
        return task;
    }

    /**
     * Takes the client's answers.
     *
     * @param answers as JSON, by key; what answers nothing open is ignored
     * @return empty if the caller has no such task
     */
    public Optional<Answered> answer(UUID id, Caller caller, Map<String, String> answers) {
        return own(id, caller).map(task -> {
            var now = clock.instant();
            // Who connected the app anew may know of the task, and cannot bring it back to life.
            if (!stored.isGranted(task, now)) {
                task.cancel(now);
            }
            var goesOn = task.answer(answers, now);
            stored.tell(task);
            return new Answered(task, goesOn);
        });
    }

    /** The same task, and whether whoever gave the last answer has to work on it now. */
    public record Answered(Task task, boolean goesOn) {}

    /** @return whether the caller has such a task */
    public boolean cancel(UUID id, Caller caller) {
        var task = own(id, caller);
        task.ifPresent(found -> {
            found.cancel(clock.instant());
            stored.tell(found);
        });
        return task.isPresent();
    }

    /** The work cannot go on without answers. */
    public void ask(UUID id, Collection<TaskQuestion.Asked> questions) {
        change(id, task -> task.ask(questions, clock.instant()));
    }

    /** The work stopped, because nobody wants it any more. */
    public void stop(UUID id) {
        change(id, task -> task.cancel(clock.instant()));
    }

    /** @param result as JSON */
    public void complete(UUID id, String result) {
        change(id, task -> task.complete(result, clock.instant()));
    }

    /** @param error as JSON */
    public void fail(UUID id, String error) {
        change(id, task -> task.fail(error, clock.instant()));
    }

    /**
     * Says that this node still works on these.
     *
     * @return those that go on; the others were cancelled, or their app was disconnected
     */
    public Set<UUID> hold(Collection<UUID> tasks) {
        var now = clock.instant();
        return stored.hold(tasks, now, now.plus(Task.HOLD));
    }

    private Optional<Task> own(UUID id, Caller caller) {
        return stored.lock(id).filter(task -> task.isOf(caller, clock.instant()));
    }

    private void change(UUID id, Consumer<Task> change) {
        stored.lock(id).ifPresent(task -> {
            change.accept(task);
            stored.tell(task);
        });
    }
}
