package com.siacapp.pages.entity;

import java.time.Duration;

/**
 * How long an app may act for a person who allows it.
 *
 * @param access how long one access token lasts
 * @param isRenewed whether the app gets a new one by itself, with a refresh token
 * @param unused after how long without use a renewed access ends by itself
 * @param longest after how long it ends however it is used
 */
public record Lifetime(Duration access, boolean isRenewed, Duration unused, Duration longest) {

    /** How long one access token lasts, rounded up. */
    public long accessMinutes() {
        return (access.toSeconds() + 59) / 60;
    }

    public long unusedDays() {
        return unused.toDays();
    }

    public long longestDays() {
        return longest.toDays();
    }
}
