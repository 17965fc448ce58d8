package com.siacapp.tasks.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a task asked of its client. */
@Entity
@Table(name = "task_question")
public class TaskQuestion {

    @Id
    private UUID id;

    @ManyToOne
    @SuppressWarnings("UnusedVariable") // JPA reads it.
    @JoinColumn(name = "task_id")
    private Task task;

    @SuppressWarnings("UnusedVariable") // JPA orders by it.
    private int number;

    private String key;
    private String name;
    private String method;
    private String params;
    private @Nullable String answer;

    /** @param number of those before it */
    TaskQuestion(Task task, int number, String key, Asked asked) {
        this.id = UUID.randomUUID();
        this.task = task;
        this.number = number;
        this.key = key;
        this.name = asked.name();
        this.method = asked.method();
        this.params = asked.params();
    }

    @SuppressWarnings("NullAway.Init")
    protected TaskQuestion() {}

    /** Unique in its task, for ever. */
    public String key() {
        return key;
    }

    /** What the tool calls it. */
    public String name() {
        return name;
    }

    public String method() {
        return method;
    }

    /** As JSON. */
    public String params() {
        return params;
    }

    /** As JSON, once there is one. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    boolean isOpen() {
        return answer == null;
    }

    void answer(String json) {
        answer = json;
    }

    /**
     * What a tool asks.
     *
     * @param name the tool's name for it
     * @param params as JSON
     */
    public record Asked(String name, String method, String params) {}
}
