package com.siacapp.limits.entity;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** So many times in so long: {@code 60/PT10M}. The time begins with the first. */
public record Rate(long times, Duration window) {

    public Rate {
        if (times < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("not positive");
        }
    }

    /** A setting that takes a rate. */
    public static Setting<Rate> setting(String key, String fallback, String purpose) {
        return new Setting<>(
                key, "a number of times in an ISO 8601 duration such as 60/PT10M", fallback, purpose, Rate::parse);
    }

    private static Rate parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no slash");
        }
        return new Rate(Long.parseLong(text.substring(0, slash)), Duration.parse(text.substring(slash + 1)));
    }
}
