package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.grants.entity.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything a method may know of the call it serves: an immutable copy that may travel to other threads.
 *
 * @param caller who calls, and with what power
 * @param version the protocol version of this call
 * @param client the program that calls
 * @param locale the language the person reads: {@link Locale#ENGLISH} or {@link #SPANISH}
 * @param answers what was answered to an earlier {@link InputRequired} of this call, by key
 * @param channel the way back to the client while the call runs
 */
public record CallContext(
        Caller caller,
        ProtocolVersion version,
        Client client,
        Locale locale,
        Map<String, JsonNode> answers,
        Channel channel) {

    /** The other language we speak; the first is {@link Locale#ENGLISH}. */
    public static final Locale SPANISH = Locale.forLanguageTag("es");

    public CallContext {
        answers = Map.copyOf(answers);
    }

    /** The same call once more: the caller as of now, with the answers so far. */
    public CallContext again(Caller callerOfNow, Map<String, JsonNode> answersSoFar) {
        return new CallContext(callerOfNow, version, client, locale, answersSoFar, channel);
    }

    /** The text in the person's language: Spanish for those who ask for it, else English. */
    public String text(String english, String spanish) {
        return readsSpanish() ? spanish : english;
    }

    /** Whether the person reads Spanish. */
    public boolean readsSpanish() {
        return locale.equals(SPANISH);
    }

    /**
     * The client's answer to a question.
     *
     * @param key names the question among those of this call
     * @throws InputRequired if there is none yet, or none that fits: the call begins anew once there is
     */
    public Answer ask(String key, Question question) {
        return answer(key, question).orElseThrow(() -> new InputRequired(Map.of(key, question)));
    }

    /** The client's answer to a question, once there is one that fits; for calls that ask several at a time. */
    public Optional<Answer> answer(String key, Question question) {
        return Optional.ofNullable(answers.get(key)).filter(question::accepts).map(Answer::new);
    }

    /**
     * The model's last answer in a conversation in which it may use tools of this call: it is asked, and asked again with
     * what the tools gave it, until it has no more use for them, or in the last round no choice.
     *
     * @param key names the conversation among the questions of this call
     * @param mostRounds how often the model is asked at most
     * @param tools what each use gives; run again whenever the call begins anew, so they change nothing
     * @throws InputRequired as {@link #ask}
     */
    public Answer converse(String key, Sampling sampling, int mostRounds, Function<ToolUse, ToolUse.Result> tools) {
        var next = sampling;
        for (var round = 1; round < mostRounds; round++) {
            var answer = ask(key + "." + round, next.question());
            if (answer.toolUses().isEmpty()) {
                return answer;
            }
            next = next.after(answer, tools);
        }
        return ask(
                key + "." + mostRounds, next.choosing(Sampling.ToolChoice.NONE).question());
    }

    /**
     * To be called before work that takes long. If the client knows tasks, the call ends here with a handle, and begins
     * anew in the background, where this does nothing; for all other clients it just goes on.
     *
     * @throws BecomesTask which is not to be caught
     */
    public void continueAsTask() {
        if (!channel.isBackground() && client.knows(Extension.TASKS)) {
            throw new BecomesTask();
        }
    }

    /**
     * The same, for work no client can wait for.
     *
     * @throws RpcException for a client that does not know tasks
     */
    public void continueAsTaskOnly() {
        if (!channel.isBackground()) {
            Extension.require(Extension.TASKS, client);
        }
        continueAsTask();
    }

    /** The same call as a task. */
    public CallContext inBackground(Map<String, JsonNode> answersSoFar, Channel task) {
        return new CallContext(caller, version, client, locale, answersSoFar, task);
    }
}
