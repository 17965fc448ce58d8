package com.siacapp.templates.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page starts, as clients pass it around: opaque to them (MCP 2026-07-28, pagination). */
public final class PageCursor {
    /** The start of the first page: before every name. */
    public static final TemplateKey START = new TemplateKey("", "");

    private static final Pattern KEY = Pattern.compile("([a-z0-9_]{1,512}) ([A-Za-z0-9_]{2,35})");

    private PageCursor() {}

    public static String of(TemplateKey key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key.name() + " " + key.language()).getBytes(UTF_8));
    }

    /** The place a cursor stands for; empty if it is none of ours. */
    public static Optional<TemplateKey> read(String cursor) {
        try {
            var key = KEY.matcher(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            return key.matches() ? Optional.of(new TemplateKey(key.group(1), key.group(2))) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
