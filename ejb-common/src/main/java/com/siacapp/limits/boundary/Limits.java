package com.siacapp.limits.boundary;

import com.siacapp.audit.boundary.RequestOrigin;
import com.siacapp.limits.control.Windows;
import com.siacapp.limits.entity.Flood;
import com.siacapp.limits.entity.Key;
import com.siacapp.limits.entity.Limit;
import com.siacapp.limits.entity.Network;
import com.siacapp.limits.entity.TryLaterException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts against limits. Ask before your own transaction begins: each count is one statement, which then survives the
 * refusal.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Limits {

    @Inject
    Windows windows;

    @Inject
    RequestOrigin origin;

    @Inject
    Clock clock;

    /**
     * Counts one more.
     *
     * @throws TryLaterException when it is one too many
     */
    public void take(Limit limit, String... key) {
        var now = clock.instant();
        requireWithin(limit, count(limit, now, key), now);
    }

    /**
     * Counts one more of what strangers make us write.
     *
     * @param key whose floods are told apart, such as a client's; nothing if there is one flood for all
     * @throws TryLaterException when it is one too many from this network, its neighbourhood, or in a flood
     */
    public void take(Flood flood, String... key) {
        var now = clock.instant();
        var near = Stream.concat(Stream.of(neighbourhood()), Stream.of(key)).toArray(String[]::new);
        var counted = windows.count(
                one(flood.perAddress(), network()),
                flood.perAddress().rate().times(),
                one(flood.perNeighbourhood(), near),
                // One who has a few neighbourhoods must not make a flood for all the others.
                Math.min(flood.perNeighbourhood().rate().times(), flood.shareOfTotal()),
                one(flood.total(), key),
                now);
        requireWithin(flood.perAddress(), counted.get(0), now);
        requireWithin(flood.perNeighbourhood(), counted.get(1), now);
        var isFlood = counted.size() > 2
                ? counted.get(2).count() > flood.total().rate().times()
                : untilFree(flood.total(), key).isPresent();
        if (isFlood) {
            take(flood.shareInFlood(), near);
        }
    }

    private static void requireWithin(Limit limit, Windows.Window window, Instant now) {
        if (window.count() > limit.rate().times()) {
            throw refusal(limit, window.remaining(now));
        }
    }

    /** Counts one more and lets it pass: for failures, of which the answer is already known. False if it is one too many. */
    public boolean count(Limit limit, String... key) {
        return count(limit, clock.instant(), key).count() <= limit.rate().times();
    }

    /** @throws TryLaterException when as many as allowed were counted */
    public void require(Limit limit, String... key) {
        untilFree(limit, key).ifPresent(wait -> {
            throw refusal(limit, wait);
        });
    }

    /** How long the limit stays reached, if it is. */
    public Optional<Duration> untilFree(Limit limit, String... key) {
        var now = clock.instant();
        return windows.find(limit.name(), Key.of(key), now)
                .filter(window -> window.count() >= limit.rate().times())
                .map(window -> window.remaining(now));
    }

    /** The network the request at hand came from, to be part of a key. */
    public String network() {
        return origin.address().map(Network::of).map(Network::value).orElse("");
    }

    /** The networks around that one: what who has many of them is likely to have. */
    private String neighbourhood() {
        return origin.address().map(Network::around).map(Network::value).orElse("");
    }

    private Windows.Window count(Limit limit, Instant now, String... key) {
        return windows.count(one(limit, key), now);
    }

    private static Windows.Count one(Limit limit, String... key) {
        return new Windows.Count(limit.name(), Key.of(key), limit.rate().window());
    }

    private static TryLaterException refusal(Limit limit, Duration wait) {
        return TryLaterException.limitReached(wait, "limit " + limit + " is reached");
    }
}
