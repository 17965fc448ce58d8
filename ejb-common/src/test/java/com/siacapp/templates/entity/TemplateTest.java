package com.siacapp.templates.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.templates.control.TemplateDraft;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final UUID CAFE = UUID.fromString("00000000-0000-4000-8000-00000000cafe");
    private static final UUID ANA = UUID.fromString("00000000-0000-4000-8000-000000000a1a");
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00.123456789Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_new_template_is_a_draft_of_its_tenant_and_author() {
        var template = draft();
        assertThat(template.state()).isEqualTo(TemplateState.DRAFT);
        assertThat(template.tenant()).isEqualTo(CAFE);
        assertThat(template.createdBy()).isEqualTo(ANA);
        assertThat(template.content())
                .isEqualTo(TemplateDraft.orderConfirmation().content());
    }

    @Test
    void its_times_are_those_the_database_can_hold() {
        assertThat(draft().createdAt()).isEqualTo("2026-11-22T08:00:00.123456Z").isEqualTo(draft().updatedAt());
    }

    @Test
    void a_category_is_kept_as_meta_writes_it() {
        var template = new Template(
                CAFE, TemplateDraft.orderConfirmation().as("Utility").content(), ANA, MORNING);
        assertThat(template.content().category()).isEqualTo("UTILITY");
    }

    @Test
    void there_is_no_template_without_a_category() {
        var content = TemplateDraft.orderConfirmation().as("promo").content();
        assertThatThrownBy(() -> new Template(CAFE, content, ANA, MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void redrafting_replaces_what_it_says_and_keeps_what_it_is() {
        var template = draft();
        var id = template.id();
        var hash = template.contentHash();
        var content =
                TemplateDraft.orderConfirmation().footer("Otro").as("MARKETING").content();
        template.redraft(content, NOON);
        assertThat(template.content()).isEqualTo(content);
        assertThat(template.id()).isEqualTo(id);
        assertThat(template.contentHash()).isNotEqualTo(hash);
        assertThat(template.updatedAt()).isEqualTo(NOON);
        assertThat(template.createdAt()).isBefore(NOON);
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        var template = draft();
        template.redraft(TemplateDraft.orderConfirmation().content(), NOON);
        assertThat(template.updatedAt()).isEqualTo(template.createdAt());
    }

    @Test
    void a_draft_does_not_become_that_of_another_name_or_language() {
        var other = TemplateDraft.orderConfirmation().in("en").content();
        assertThatThrownBy(() -> draft().redraft(other, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Template draft() {
        return new Template(CAFE, TemplateDraft.orderConfirmation().content(), ANA, MORNING);
    }
}
