package com.siacapp.console.entity;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The filter of the audit log as it was typed; what cannot be understood filters nothing. */
public record AuditQuestion(Map<String, String> fields) {

    public static final String FROM = "from";
    public static final String UNTIL = "until";
    public static final String TYPE = "type";
    public static final String PERSON = "person";
    public static final String CLIENT = "client";
    public static final String ADDRESS = "address";
    public static final String BEFORE = "before";
    public static final String LOG = "log";

    /** PostgreSQL's calendar ends before Java's. */
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String[] NAMES = {FROM, UNTIL, TYPE, PERSON, CLIENT, ADDRESS, LOG};

    public AuditQuestion {
        fields = Map.copyOf(fields);
    }

    /** One field as it was typed, for the form to start with. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean isAboutInstallation() {
        return field(LOG).equals("installation");
    }

    public AuditFilter filter(UUID company) {
        return new AuditFilter(
                isAboutInstallation() ? Optional.empty() : Optional.of(company),
                startOf(FROM, 0),
                startOf(UNTIL, 1),
                Arrays.stream(AuditEventType.values())
                        .filter(type -> type.name().equals(field(TYPE)))
                        .findFirst(),
                understood(PERSON, UUID::fromString),
                text(CLIENT),
                text(ADDRESS),
                understood(BEFORE, Long::valueOf));
    }

    /** The same question as a query, without the place in the list. */
    public String query() {
        var asked = new LinkedHashMap<String, String>();
        Arrays.stream(NAMES).filter(name -> !field(name).isEmpty()).forEach(name -> asked.put(name, field(name)));
        return asked.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Nothing of ours holds control characters, and PostgreSQL takes no U+0000. */
    private Optional<String> text(String name) {
        return Optional.of(field(name).strip())
                .filter(typed -> !typed.isEmpty() && typed.chars().noneMatch(Character::isISOControl));
    }

    /** A whole day counts, in UTC like all times we show. */
    private Optional<Instant> startOf(String name, int daysLater) {
        if (!FOUR_DIGIT_YEAR.matcher(field(name)).matches()) {
            return Optional.empty();
        }
        return understood(
                name,
                day -> LocalDate.parse(day)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    private <T> Optional<T> understood(String name, Function<String, T> meaning) {
        try {
            return text(name).map(meaning);
        } catch (IllegalArgumentException | DateTimeException notUnderstood) {
            return Optional.empty();
        }
    }
}
