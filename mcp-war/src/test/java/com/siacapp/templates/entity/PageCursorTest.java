package com.siacapp.templates.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

    @Test
    void a_cursor_leads_back_to_its_place() {
        var key = new TemplateKey("order_confirmation", "es_CO");
        assertThat(PageCursor.read(PageCursor.of(key))).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order_confirmation", "%%%", "b3JkZXI", "T1JERVIgZXM"})
    void anything_else_is_no_cursor(String cursor) {
        assertThat(PageCursor.read(cursor)).isEmpty();
    }
}
