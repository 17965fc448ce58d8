package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The protocol versions spoken here, oldest first. */
public enum ProtocolVersion {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25"),
    /** The first without a handshake: each request says all there is to know. */
    V2026_07_28("2026-07-28");

    /** What a legacy client gets that asks for a version unknown here. */
    public static final ProtocolVersion NEWEST_LEGACY = V2025_11_25;

    /** What a legacy request without a version header speaks (2025-06-18, basic/transports). */
    public static final ProtocolVersion ASSUMED_LEGACY = V2025_03_26;

    private final String wireName;

    ProtocolVersion(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether requests of this version are self-contained. */
    public boolean isModern() {
        return compareTo(V2026_07_28) >= 0;
    }

    /** Whether results may hold this as {@code structuredContent} (2025-06-18 and 2026-07-28, changelogs). */
    public boolean hasStructuredContent(JsonNode value) {
        return isModern() || (compareTo(V2025_06_18) >= 0 && value.isObject());
    }

    /** Whether the person can be asked to fill in a form (2025-06-18, changelog). */
    boolean hasElicitation() {
        return compareTo(V2025_06_18) >= 0;
    }

    /** Whether clients say how they elicit and sample: by pages, with tools (2025-11-25, changelog). */
    boolean hasCapabilityVariants() {
        return compareTo(V2025_11_25) >= 0;
    }

    /** Whether what is said can be heard (2025-03-26, changelog). */
    boolean hasAudio() {
        return compareTo(V2025_03_26) >= 0;
    }

    /** Whether what is said can name a resource to be read (2025-06-18, changelog). */
    boolean hasResourceLinks() {
        return compareTo(V2025_06_18) >= 0;
    }

    /** Whether clients understand an event that says nothing, by which a stream begins (2025-11-25, changelog). */
    public boolean hasPrimingEvents() {
        return compareTo(V2025_11_25) >= 0;
    }

    public static Optional<ProtocolVersion> named(String wireName) {
        return Arrays.stream(values())
                .filter(version -> version.wireName.equals(wireName))
                .findFirst();
    }

    /** The names of all versions. */
    public static List<String> all() {
        return Arrays.stream(values()).map(ProtocolVersion::wireName).toList();
    }

    /** The names of the versions that need no handshake. */
    public static List<String> modern() {
        return Arrays.stream(values())
                .filter(ProtocolVersion::isModern)
                .map(ProtocolVersion::wireName)
                .toList();
    }
}
