package com.siacapp.keys.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A key as its keepers see it.
 *
 * @param since when it came to be what it is now
 * @param signsFrom when it began to sign, or will
 */
public record KeySummary(String id, String algorithm, KeyState state, Instant since, Instant signsFrom) {

    /** The keys of one algorithm, the one that signs last first, each with the state it has among them. */
    public static List<KeySummary> of(List<SigningKey> newestFirst, Instant now) {
        var summaries = new ArrayList<KeySummary>();
        var replacedAt = Instant.MIN;
        for (var key : newestFirst) {
            if (key.isRetired()) {
                summaries.add(summary(key, KeyState.RETIRED, key.retiredAt().orElseThrow()));
            } else if (key.isWaitingAt(now)) {
                summaries.add(summary(key, KeyState.NEXT, key.createdAt()));
            } else if (replacedAt.equals(Instant.MIN)) {
                summaries.add(summary(key, KeyState.ACTIVE, key.signsFrom()));
                replacedAt = key.signsFrom();
            } else {
                summaries.add(summary(key, KeyState.RETIRING, replacedAt));
                replacedAt = key.signsFrom();
            }
        }
        return List.copyOf(summaries);
    }

    private static KeySummary summary(SigningKey key, KeyState state, Instant since) {
        return new KeySummary(key.id(), key.algorithm(), state, since, key.signsFrom());
    }
}
