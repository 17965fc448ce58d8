package com.siacapp.testkit;

import java.util.List;
import java.util.Map;

/** The server's settings that are read at each use. */
public final class Settings {

    private Settings() {}

    /** Runs this while the setting has another value. */
    public static void with(String key, String value, Runnable test) {
        change(List.of(Map.entry("key", key), Map.entry("value", value)));
        try {
            test.run();
        } finally {
            change(List.of(Map.entry("key", key)));
        }
    }

    private static void change(List<Map.Entry<String, String>> form) {
        var answer = Http.postForm("/in-container/setting", form, request -> request);
        if (answer.status() != 200) {
            throw new AssertionError("The setting did not change: " + answer);
        }
    }
}
