package com.siacapp.tasks.entity;

import com.siacapp.grants.entity.Caller;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work that goes on after its request was answered. Whoever changes it holds the row's lock. */
@Entity
@Table(name = "task")
public class Task {

    /** So long after it last said that it holds a task, a node is taken for dead. */
    public static final Duration HOLD = Duration.ofSeconds(60);

    /** JSON-RPC, error object. */
    private static final String LOST =
            "{\"code\": -32603, \"message\": \"Internal error: the server stopped while it worked on this\"}";

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID user;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "grant_id")
    private UUID grant;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    private String request;
    private @Nullable String result;
    private @Nullable String error;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "held_until")
    private Instant heldUntil;

    @OneToMany(mappedBy = "task", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<TaskQuestion> questions = new ArrayList<>();

    /** @param request as JSON, without anything that belongs to one message only */
    public Task(Caller caller, String request, Instant now, Duration lifespan) {
        this.id = UUID.randomUUID();
        this.user = caller.user();
        this.clientId = caller.clientId();
        this.grant = caller.grant();
        this.request = request;
        this.status = TaskStatus.WORKING;
        this.createdAt = now;
        this.updatedAt = now;
        this.expiresAt = now.plus(lifespan);
        this.heldUntil = now.plus(HOLD);
    }

    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    public UUID id() {
        return id;
    }

    /** What it began by. */
    public UUID grant() {
        return grant;
    }

    /** Whose it is. */
    public UUID user() {
        return user;
    }

    public TaskStatus status() {
        return status;
    }

    /** As JSON. */
    public String request() {
        return request;
    }

    /** As JSON, once it is completed. */
    public Optional<String> result() {
        return Optional.ofNullable(result);
    }

    /** As JSON, once it has failed. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Duration lifespan() {
        return Duration.between(createdAt, expiresAt);
    }

    /** A task is one person's and one app's, until it is forgotten. */
    public boolean isOf(Caller caller, Instant now) {
        return user.equals(caller.user()) && clientId.equals(caller.clientId()) && now.isBefore(expiresAt);
    }

    /** What it waits for. */
    public List<TaskQuestion> openQuestions() {
        return status == TaskStatus.INPUT_REQUIRED
                ? questions.stream().filter(TaskQuestion::isOpen).toList()
                : List.of();
    }

    /** All answers so far as JSON, by the tool's name of the question; the last one counts. */
    public Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        questions.forEach(question -> question.answer().ifPresent(answer -> answers.put(question.name(), answer)));
        return answers;
    }

    /** It knows these answers from before it was a task. */
    public void knows(Map<String, String> answers) {
        answers.forEach((name, answer) -> {
            var question = new TaskQuestion(this, questions.size(), unused(name), new TaskQuestion.Asked(name, "", ""));
            question.answer(answer);
            questions.add(question);
        });
    }

    /** It cannot go on without answers. */
    public void ask(Collection<TaskQuestion.Asked> asked, Instant now) {
        if (status == TaskStatus.WORKING) {
            asked.forEach(each -> questions.add(new TaskQuestion(this, questions.size(), unused(each.name()), each)));
            change(TaskStatus.INPUT_REQUIRED, now);
        }
    }

    /**
     * Takes answers to what is open, and ignores all others (tasks, update).
     *
     * @param answers as JSON, by key
     * @return whether it can go on now
     */
    public boolean answer(Map<String, String> answers, Instant now) {
        var open = openQuestions();
        open.forEach(
                question -> Optional.ofNullable(answers.get(question.key())).ifPresent(question::answer));
        if (open.isEmpty() || !openQuestions().isEmpty()) {
            return false;
        }
        change(TaskStatus.WORKING, now);
        heldUntil = now.plus(HOLD);
        return true;
    }

    /** Whether the node that worked on it is gone. */
    public boolean isLostAt(Instant now) {
        return status == TaskStatus.WORKING && heldUntil.isBefore(now);
    }

    /** How far it came is not known, and what it did must not be done twice. */
    public void lose(Instant now) {
        if (isLostAt(now)) {
            fail(LOST, now);
        }
    }

    public void complete(String json, Instant now) {
        if (status == TaskStatus.WORKING) {
            result = json;
            change(TaskStatus.COMPLETED, now);
        }
    }

    public void fail(String json, Instant now) {
        if (status == TaskStatus.WORKING) {
            error = json;
            change(TaskStatus.FAILED, now);
        }
    }

    /** Nobody wants it any more. What is over stays as it is. */
    public void cancel(Instant now) {
        if (!status.isOver()) {
            change(TaskStatus.CANCELLED, now);
        }
    }

    private void change(TaskStatus next, Instant now) {
        status = next;
        updatedAt = now;
    }

    /** Tasks, update requests: a key is never used twice. */
    private String unused(String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "." + number)
                .filter(key ->
                        questions.stream().noneMatch(question -> question.key().equals(key)))
                .findFirst()
                .orElseThrow();
    }
}
