package com.siacapp.signals.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something changed: whoever it concerns looks at it.
 *
 * @param subject what it is about, by the kind: a resource's address, a task's, a question's or a request's id; else empty
 */
public record Signal(Kind kind, Audience audience, String subject) {

    /** PostgreSQL takes a payload that is shorter than this many bytes. */
    public static final int LIMIT = 8000;

    /** The one channel of an installation. */
    public static final String CHANNEL = "siac_signals";

    private static final JsonMapper JSON = new JsonMapper();

    /** Never sent: this node did not listen for a while, so anything may have happened; look yourself. */
    public static final Signal MISSED = new Signal(Kind.MISSED, Audience.EVERYBODY, "");

    /** What happened. */
    public enum Kind {
        /** The list of tools these people see is another. */
        TOOLS_CHANGED,
        PROMPTS_CHANGED,
        RESOURCES_CHANGED,
        /** What is at the subject's address is another. */
        RESOURCE_UPDATED,
        /** The task of this id is at something else. */
        TASK_CHANGED,
        /** What was granted to these is over, as far as it was granted before. */
        GRANT_ENDED,
        /** Somebody answered the question of this id. */
        ANSWERED,
        /** This user's request of this id is wanted no longer. */
        CANCELLED,
        /** This user is done with the page of this name. */
        PAGE_DONE,
        /** This user's session is listened to by this stream from now on, and by no other. */
        LISTENING,
        /** Somebody on the command line waits for a node to do what the database says. */
        COMMANDED,
        /** See {@link Signal#MISSED}. */
        MISSED
    }

    /** @throws IllegalArgumentException if PostgreSQL would not take it */
    public Signal {
        requireNonNull(kind);
        requireNonNull(audience);
        requireNonNull(subject);
        if (payload(kind, audience, subject).getBytes(UTF_8).length >= LIMIT) {
            throw new IllegalArgumentException("A signal is shorter than " + LIMIT + " bytes");
        }
    }

    /** The lists of tools, prompts and resources that these people see are others, as after a change of their role. */
    public static List<Signal> listsChanged(Audience audience) {
        return List.of(
                new Signal(Kind.TOOLS_CHANGED, audience, ""),
                new Signal(Kind.PROMPTS_CHANGED, audience, ""),
                new Signal(Kind.RESOURCES_CHANGED, audience, ""));
    }

    public static Signal toolsChanged(Audience audience) {
        return new Signal(Kind.TOOLS_CHANGED, audience, "");
    }

    public static Signal promptsChanged(Audience audience) {
        return new Signal(Kind.PROMPTS_CHANGED, audience, "");
    }

    public static Signal resourcesChanged(Audience audience) {
        return new Signal(Kind.RESOURCES_CHANGED, audience, "");
    }

    public static Signal resourceUpdated(Audience audience, String uri) {
        return new Signal(Kind.RESOURCE_UPDATED, audience, uri);
    }

    public static Signal taskChanged(UUID user, String task) {
        return new Signal(Kind.TASK_CHANGED, Audience.user(user), task);
    }

    /** The grant is over, or all grants of that user, client or tenant are. */
    public static Signal grantEnded(Audience audience) {
        return new Signal(Kind.GRANT_ENDED, audience, "");
    }

    public static Signal answered(String question) {
        return new Signal(Kind.ANSWERED, Audience.EVERYBODY, question);
    }

    public static Signal cancelled(UUID user, String request) {
        return new Signal(Kind.CANCELLED, Audience.user(user), request);
    }

    public static Signal pageDone(UUID user, String page) {
        return new Signal(Kind.PAGE_DONE, Audience.user(user), page);
    }

    /** @param stream the session, and the stream of it */
    public static Signal listening(UUID user, String stream) {
        return new Signal(Kind.LISTENING, Audience.user(user), stream);
    }

    public static Signal commanded() {
        return new Signal(Kind.COMMANDED, Audience.EVERYBODY, "");
    }

    /** The session this is about, and the request or the stream in it if it is not about all of it. */
    public List<String> names() {
        return List.of(subject.split(" ", 2));
    }

    /** As it travels. */
    public String payload() {
        return payload(kind, audience, subject);
    }

    private static String payload(Kind kind, Audience audience, String subject) {
        return JSON.createObjectNode()
                .put("kind", kind.name())
                .put("to", audience.type().name())
                .put("id", audience.id())
                .put("subject", subject)
                .toString();
    }

    /** What travelled; empty if it is nothing this version knows, because a newer node may have sent it. */
    public static Optional<Signal> of(String payload) {
        try {
            var json = JSON.readTree(payload);
            var audience = new Audience(
                    Audience.Type.valueOf(json.path("to").asText()),
                    json.path("id").asText());
            var signal = new Signal(
                    Kind.valueOf(json.path("kind").asText()),
                    audience,
                    json.path("subject").asText());
            return Optional.of(signal).filter(known -> known.kind() != Kind.MISSED);
        } catch (JsonProcessingException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
