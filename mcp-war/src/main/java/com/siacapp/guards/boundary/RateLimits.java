package com.siacapp.guards.boundary;

import com.siacapp.grants.entity.Caller;
import com.siacapp.guards.control.CallRates;
import com.siacapp.guards.control.GuardSettings;
import com.siacapp.limits.entity.TryLaterException;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.tools.control.ToolRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Refuses who asks too often, with 429 and when to come back (RFC 6585 §4). */
@Singleton
public class RateLimits implements RequestFilter {

    /**
     * Counted and never refused: by these a client learns which era we speak, and what it wrongly concludes from a refusal
     * it may keep (MCP 2026-07-28, basic/versioning, backward compatibility). They are answered from memory.
     */
    private static final Set<String> GREETINGS = Set.of("server/discover", "initialize");

    /** What an older client declares to get a session. */
    private static final Set<String> WITH_SESSION = Set.of("elicitation", "sampling", "roots");

    private final CallRates rates;
    private final ToolRegistry tools;

    @Inject
    RateLimits(Clock clock, ToolRegistry tools) {
        this(tools, new CallRates(clock, GuardSettings.REQUESTS_PER_USER::value, GuardSettings.CALLS_PER_TOOL::value));
    }

    /** Without a container. */
    public RateLimits(ToolRegistry tools, CallRates rates) {
        this.tools = tools;
        this.rates = rates;
    }

    @Override
    public Layer layer() {
        return Layer.PROTECTION;
    }

    @Override
    public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next) {
        try {
            take(incoming);
        } catch (TryLaterException refused) {
            if (!isGreeting(incoming.request())) {
                return Optional.of(Reply.tryingLater(incoming.request().id(), refused.retryAfterSeconds()));
            }
        }
        return next.get();
    }

    /** A handshake that begins a session writes to the database, and is no mere greeting. */
    private static boolean isGreeting(Message.Request request) {
        var capabilities = request.params().path("capabilities");
        return GREETINGS.contains(request.method()) && WITH_SESSION.stream().noneMatch(capabilities::has);
    }

    @Override
    public Optional<Reply> refusal(Caller caller) {
        try {
            rates.takeRequest(caller);
            return Optional.empty();
        } catch (TryLaterException refused) {
            return Optional.of(Reply.tryingLater(null, refused.retryAfterSeconds()));
        }
    }

    private void take(Incoming incoming) {
        var caller = incoming.caller();
        rates.takeRequest(caller);
        if (incoming.request().method().equals("tools/call")) {
            var name = incoming.request().params().path("name").asText();
            tools.find(name, caller.role()).ifPresent(tool -> rates.takeCall(caller, tool.name()));
        }
    }
}
