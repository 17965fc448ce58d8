package com.siacapp.subscriptions.boundary;

import static com.siacapp.protocol.entity.RpcError.TOO_MANY_STREAMS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.subscriptions.control.OpenStream;
import com.siacapp.subscriptions.control.StreamRules;
import com.siacapp.subscriptions.entity.Interest;
import com.siacapp.users.entity.Role;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The streams that are open on this node. Nothing here waits for a client. */
@Singleton
public class OpenStreams {

    private static final Logger LOG = Logger.getLogger(OpenStreams.class);

    /** Signals that are about no stream. */
    private static final Set<Kind> ABOUT_OTHERS = Set.of(Kind.ANSWERED, Kind.CANCELLED, Kind.LISTENING, Kind.COMMANDED);

    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();
    private final Queue<Signal> heard = new ConcurrentLinkedQueue<>();
    private volatile Instant lastLook = Instant.MIN;

    private final Function<Collection<UUID>, Map<UUID, Role>> rolesBehind;
    private final Supplier<StreamRules> rules;
    private final Clock clock;

    @Inject
    OpenStreams(AccessTokens accessTokens, Clock clock) {
        this(accessTokens::rolesBehind, StreamRules::configured, clock);
    }

    /**
     * Without a container.
     *
     * @param rolesBehind see {@link AccessTokens#rolesBehind}
     */
    public OpenStreams(
            Function<Collection<UUID>, Map<UUID, Role>> rolesBehind, Supplier<StreamRules> rules, Clock clock) {
        this.rolesBehind = rolesBehind;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Opens a stream. The client hears of every change from now on, until its token or grant is over.
     *
     * @param opening begins the answer, once it is sure that the stream may be opened
     * @return the stream, which whoever opened it may write to and end
     * @throws com.siacapp.protocol.entity.RpcException if too many are open
     */
    public synchronized OpenStream open(Caller caller, Interest interest, Supplier<MessageStream> opening) {
        streams.removeIf(OpenStream::isOver);
        var allowed = rules.get();
        if (streams.stream().filter(stream -> stream.isOf(caller.user())).count() >= allowed.perUser()) {
            throw TOO_MANY_STREAMS.because("this person has as many as one may have", whenLooked(allowed));
        }
        if (streams.size() >= allowed.onNode()) {
            throw TOO_MANY_STREAMS.because("the server has as many as it can keep", whenLooked(allowed));
        }
        var opened = new OpenStream(caller, interest, opening.get(), clock.instant());
        streams.add(opened);
        return opened;
    }

    /** Whose client left is noticed when the next sign of life cannot be sent. */
    private static long whenLooked(StreamRules allowed) {
        return Math.max(1, allowed.keepAlive().toSeconds());
    }

    /** How many are open. */
    public int count() {
        return streams.size();
    }

    /** Notes a signal for the next {@link #deliver}. */
    public void hear(Signal signal) {
        if (!ABOUT_OTHERS.contains(signal.kind())) {
            heard.add(signal);
        }
    }

    /** Tells the clients what was heard since the last time, each thing once. */
    public void deliver() {
        // One after the other, so that nobody hears of something older after something newer.
        synchronized (heard) {
            try {
                deliverHeard();
            } catch (RuntimeException | Error failed) {
                // What was taken out may be lost to some.
                heard.add(Signal.MISSED);
                throw failed;
            }
        }
    }

    private void deliverHeard() {
        var signals = new LinkedHashSet<Signal>();
        for (var signal = heard.poll(); signal != null; signal = heard.poll()) {
            signals.add(signal);
        }
        var inDoubt = streams.stream()
                .filter(stream -> signals.stream().anyMatch(stream::isPutInDoubtBy))
                .filter(stream -> signals.stream().anyMatch(OpenStreams::isAboutPeople))
                .toList();
        look(inDoubt);
        var now = clock.instant();
        streams.forEach(stream -> tell(stream, signals, now));
    }

    /** One of which nobody knows what it missed ends, so that its client opens another; the others go on. */
    private static void tell(OpenStream stream, Collection<Signal> signals, Instant now) {
        guarded(stream, () -> stream.tell(signals, now));
    }

    private static void guarded(OpenStream stream, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failed) {
            LOG.error("A client could not be told what it should hear, its stream ends", failed);
            stream.end();
        }
    }

    /** That something is on everybody's list is no reason to look at everybody's grant. */
    private static boolean isAboutPeople(Signal signal) {
        return signal.equals(Signal.MISSED) || signal.audience().type() != Audience.Type.EVERYBODY;
    }

    /** What time brings: tokens expire, silence is broken, and grants are looked at in case a signal was lost. */
    public void beat() {
        var now = clock.instant();
        var keepAlive = rules.get().keepAlive();
        streams.forEach(stream -> guarded(stream, () -> stream.beat(now, keepAlive)));
        streams.removeIf(OpenStream::isOver);
        if (!lastLook.isAfter(now.minus(keepAlive))) {
            var lists = Signal.listsChanged(Audience.EVERYBODY);
            look(streams).forEach(stream -> tell(stream, lists, now));
            lastLook = now;
        }
    }

    /** Ends all, so that clients open them elsewhere. */
    public synchronized void endAll() {
        streams.forEach(OpenStream::end);
    }

    /** Ends those whose grant is over; answers those whose person has another role than before. */
    private List<OpenStream> look(Collection<OpenStream> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var looked = List.copyOf(some);
        var roles = rolesBehind.apply(looked.stream().map(OpenStream::grant).collect(toUnmodifiableSet()));
        var changed = new ArrayList<OpenStream>();
        for (var stream : looked) {
            var role = roles.get(stream.grant());
            if (role == null) {
                stream.end();
            } else if (stream.hasNow(role)) {
                changed.add(stream);
            }
        }
        return changed;
    }
}
