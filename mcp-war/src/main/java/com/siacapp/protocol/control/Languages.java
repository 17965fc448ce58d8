package com.siacapp.protocol.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.MetaKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of our languages the person reads: what ChatGPT says of them, else what the client accepts, else English. */
public final class Languages {

    private static final List<Locale> OURS = List.of(Locale.ENGLISH, CallContext.SPANISH);

    /** More than anybody reads, in characters. */
    private static final int LONGEST = 256;

    private Languages() {}

    /** The language of who sent this. */
    public static Locale of(JsonNode meta, @Nullable String acceptLanguage) {
        var named = meta.path(MetaKey.OPENAI_LOCALE);
        if (named.isTextual()) {
            return best(named.textValue());
        }
        return acceptLanguage == null ? Locale.ENGLISH : best(acceptLanguage);
    }

    /** The JDK compares each range with each other one, so that thousands of them would keep it busy for minutes. */
    private static Locale best(String ranges) {
        var first = ranges.length() <= LONGEST
                ? ranges
                : ranges.substring(0, LONGEST).replaceFirst(",[^,]*$", "");
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(first), OURS);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
