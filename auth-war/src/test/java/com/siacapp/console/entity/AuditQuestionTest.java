package com.siacapp.console.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditFilter;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditQuestionTest {

    private static final UUID COMPANY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void the_last_day_counts_as_a_whole() {
        var filter = new AuditQuestion(Map.of("from", "2026-11-21", "until", "2026-11-22")).filter(COMPANY);
        assertThat(filter.from()).contains(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(filter.until()).contains(Instant.parse("2026-11-23T00:00:00Z"));
    }

    @Test
    void what_cannot_be_understood_filters_nothing() {
        var typed = Map.of(
                "from", "yesterday", "until", "2026-02-31", "type", "X", "person", "1", "before", "x", "client", "\0");
        assertThat(new AuditQuestion(typed).filter(COMPANY)).isEqualTo(AuditFilter.ofTenant(COMPANY));
    }

    @Test
    void the_company_is_never_part_of_the_question() {
        var filter =
                new AuditQuestion(Map.of("tenant", UUID.randomUUID().toString(), "type", "SIGNED_OUT")).filter(COMPANY);
        assertThat(filter.tenant()).contains(COMPANY);
        assertThat(filter.type()).contains(AuditEventType.SIGNED_OUT);
    }

    @Test
    void the_query_asks_the_same_again_from_the_start() {
        var question = new AuditQuestion(Map.of("client", "https://a.example/?x&y", "before", "7", "other", "x"));
        assertThat(question.query()).isEqualTo("client=https%3A%2F%2Fa.example%2F%3Fx%26y");
    }
}
