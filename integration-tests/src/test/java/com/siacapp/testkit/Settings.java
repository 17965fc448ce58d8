package com.siacapp.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The server's settings that are read at each use. */
public final class Settings {

    private Settings() {}

    /** Runs this while the setting has another value. */
    public static void with(String key, String value, Runnable test) {
        during(key, value, () -> {
            test.run();
            return key;
        });
    }

    /** The same, for what it brings. */
    public static <T> T during(String key, String value, Supplier<T> test) {
        var before = change(key, value);
        try {
            return test.get();
        } finally {
            change(key, before);
        }
    }

    /** What it was before; empty is unset. */
    private static String change(String key, String value) {
        var form = value.isEmpty()
                ? List.of(Map.entry("key", key))
                : List.of(Map.entry("key", key), Map.entry("value", value));
        var answer = Http.postForm("/in-container/setting", form, request -> request);
        if (answer.status() != 200) {
            throw new AssertionError("The setting did not change: " + answer);
        }
        return answer.body();
    }
}
