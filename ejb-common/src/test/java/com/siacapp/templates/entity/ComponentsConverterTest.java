package com.siacapp.templates.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.templates.control.TemplateDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentsConverterTest {
    private final ComponentsConverter converter = new ComponentsConverter();

    @ParameterizedTest
    @MethodSource("cast")
    void components_are_read_as_they_were_written(TemplateDraft draft) {
        var components = draft.content().components();
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(components)))
                .isEqualTo(components);
    }

    @Test
    void equal_components_have_the_same_hash_whatever_the_order_of_their_examples() {
        assertThat(hash(bodyWith("1", "2"))).isEqualTo(hash(bodyWith("2", "1"))).matches("[0-9a-f]{64}");
    }

    @Test
    void other_components_have_another_hash() {
        assertThat(hash(bodyWith("1", "2"))).isNotEqualTo(hash(bodyWith("1", "3")));
        assertThat(hash(TemplateDraft.orderConfirmation()))
                .isNotEqualTo(hash(TemplateDraft.orderConfirmation().footer("")));
    }

    static List<TemplateDraft> cast() {
        return List.of(
                TemplateDraft.orderConfirmation(),
                TemplateDraft.springOffer(),
                TemplateDraft.loginCode(),
                TemplateDraft.loginCode()
                        .buttons(TemplateDraft.zeroTapOtp(true))
                        .expiringAfter(null),
                TemplateDraft.orderConfirmation()
                        .header(Header.media(Header.Format.VIDEO, "https://cafe.example/menu.mp4"))
                        .buttons(new Button.PhoneNumber("Llamar", "+573001234567"), new Button.CopyCode("OTONO25")));
    }

    private static TemplateDraft bodyWith(String... variables) {
        Map<String, String> examples = new LinkedHashMap<>();
        Stream.of(variables).forEach(variable -> examples.put(variable, "x"));
        return TemplateDraft.orderConfirmation().body(new Body("Hola {{1}} y {{2}}", examples));
    }

    private static String hash(TemplateDraft draft) {
        return ComponentsConverter.hash(draft.content().components());
    }
}
