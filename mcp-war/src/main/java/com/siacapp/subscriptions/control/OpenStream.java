package com.siacapp.subscriptions.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.signals.entity.Signal;
import com.siacapp.subscriptions.entity.Interest;
import com.siacapp.users.entity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** One stream, whose it is, and what it carries. */
public final class OpenStream {

    private final MessageStream messages;
    private final Interest interest;
    private volatile Caller caller;
    private volatile Instant lastWritten;
    private volatile boolean isEnding;

    public OpenStream(Caller caller, Interest interest, MessageStream messages, Instant now) {
        this.caller = caller;
        this.interest = interest;
        this.messages = messages;
        this.lastWritten = now;
    }

    /** What is sent on it beside what it hears. */
    public MessageStream messages() {
        return messages;
    }

    public UUID grant() {
        return caller.grant();
    }

    public boolean isOf(UUID user) {
        return caller.user().equals(user);
    }

    public boolean isOver() {
        return messages.isOver();
    }

    /** Whether the signal is about this caller at all. */
    public boolean concerns(Signal signal) {
        return signal.audience().includes(caller.tenant(), caller.user(), caller.clientId(), caller.grant());
    }

    /** Whether the signal may mean that this caller's grant or role is another. */
    public boolean isPutInDoubtBy(Signal signal) {
        return switch (signal.kind()) {
            case GRANT_ENDED, MISSED, TOOLS_CHANGED, PROMPTS_CHANGED, RESOURCES_CHANGED -> concerns(signal);
            default -> false;
        };
    }

    /** @return whether it is another role than before */
    public boolean hasNow(Role role) {
        var known = caller;
        caller = known.as(known.name(), known.email(), role);
        return known.role() != role;
    }

    /** Tells the client what of this it asked for, each thing once. */
    public void tell(Collection<Signal> signals, Instant now) {
        var notices = signals.stream()
                .filter(this::concerns)
                .flatMap(signal -> interest.notices(signal, caller).stream())
                .distinct()
                .toList();
        if (!notices.isEmpty()) {
            notices.forEach(messages::send);
            lastWritten = now;
        }
    }

    /** Ends it when its token does, and breaks a silence that lasts. */
    public void beat(Instant now, Duration keepAlive) {
        if (isEnding || !now.isBefore(caller.expiresAt())) {
            end();
        } else if (!lastWritten.plus(keepAlive).isAfter(now)) {
            messages.keepAlive();
            lastWritten = now;
        }
    }

    /** Ends it so that the client knows it was meant; the second time whether the client takes that or not. */
    public void end() {
        if (!isEnding) {
            interest.farewell().ifPresent(messages::send);
        }
        isEnding = true;
        messages.end();
    }
}
