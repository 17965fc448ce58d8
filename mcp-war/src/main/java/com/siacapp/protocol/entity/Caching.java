package com.siacapp.protocol.entity;

import java.time.Duration;

/** How long, and for whom, a client may keep a result (MCP 2026-07-28, server/utilities/caching). */
public record Caching(Duration ttl, Audience audience) {

    /** Lists depend on the person's role and language, and change with a deployment only. */
    public static final Caching LIST = new Caching(Duration.ofMinutes(5), Audience.PRIVATE);

    /** To be asked for anew each time. */
    public static final Caching NONE = new Caching(Duration.ZERO, Audience.PRIVATE);

    /** Who may share a kept result. */
    public enum Audience {
        PUBLIC("public"),
        PRIVATE("private");

        private final String wireName;

        Audience(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
