package com.siacapp.guards.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.siacapp.limits.entity.Rate;
import com.siacapp.limits.entity.TryLaterException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The buckets of this node. One that was not touched for a while is full again, and forgotten. */
final class Buckets {

    /** With the least used forgotten first: an attacker would need as many accounts to have one of their own forgotten. */
    private static final int MOST = 100_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private final Cache<Owner, Bucket> buckets;

    Buckets(Clock clock) {
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(ticker)
                // Upkeep is a few microseconds; a thread of a pool would cost more.
                .executor(Runnable::run)
                .build();
    }

    /** @throws TryLaterException when the bucket is empty */
    void take(Rate rate, Owner owner) {
        var now = clock.instant();
        var bucket = buckets.get(owner, unknown -> new Bucket(now));
        bucket.take(rate, now).ifPresent(wait -> {
            throw TryLaterException.limitReached(wait, "the bucket of " + owner + " is empty");
        });
    }

    /** Whose bucket: a person's, or that of a person, an app and a tool. */
    record Owner(UUID user, String client, String tool) {

        static Owner of(UUID user) {
            return new Owner(user, "", "");
        }
    }
}
