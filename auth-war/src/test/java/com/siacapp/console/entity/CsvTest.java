package com.siacapp.console.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void every_cell_is_quoted_and_quotes_are_doubled() {
        assertThat(Csv.line("a", "b \"c\", d", "")).isEqualTo("\"a\",\"b \"\"c\"\", d\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "\n=1", "＝1", "\u00a0=1"})
    void what_a_spreadsheet_would_compute_is_text(String formula) {
        assertThat(Csv.line(formula)).startsWith("\"'");
    }

    @Test
    void a_cell_stays_on_its_line() {
        assertThat(Csv.line("a\r\nb\0c")).isEqualTo("\"a  b c\"\r\n");
    }

    @Test
    void ordinary_text_is_left_alone() {
        assertThat(Csv.line("Ana = Ana", "203.0.113.7", "ñ")).isEqualTo("\"Ana = Ana\",\"203.0.113.7\",\"ñ\"\r\n");
    }
}
