package com.siacapp.protocol.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a log message matters, least first (MCP 2025-11-25, server/utilities/logging; RFC 5424 §6.2.1). */
public enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LogLevel> named(String wireName) {
        return Arrays.stream(values())
                .filter(level -> level.wireName().equals(wireName))
                .findFirst();
    }
}
