package com.siacapp.templates.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.templates.entity.Button.Delivery;
import com.siacapp.templates.entity.Button.SupportedApp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateArgumentsTest {

    @Test
    void what_is_read_can_be_saved_again_unchanged() {
        var everything = new Components(
                Header.media(Header.Format.IMAGE, "https://cafe.example/menu.jpg"),
                new Body("Hola {{name}}, su pedido llegó.", Map.of("name", "Ana")),
                "Café del Monte",
                List.of(
                        new Button.QuickReply("Gracias"),
                        new Button.Url("Ver", "https://cafe.example/{{1}}", "https://cafe.example/7"),
                        new Button.PhoneNumber("Llamar", "+573001234567"),
                        new Button.CopyCode("OTONO25"),
                        new Button.Otp(
                                Delivery.ZERO_TAP,
                                "Copiar",
                                "Rellenar",
                                List.of(new SupportedApp("example.cafe", "K8a/AINcGX7")),
                                true)),
                new AuthenticationOptions(true, 10));
        assertThat(readAndSaved(everything)).isEqualTo(content(everything));
    }

    @Test
    void what_is_not_there_is_not_written() {
        var bare = new Components(
                Header.none(), new Body("Gracias.", Map.of()), "", List.of(), AuthenticationOptions.none());
        var arguments = TemplateArguments.of(content(bare));
        assertThat(arguments.header()).isEmpty();
        assertThat(arguments.examples()).isEmpty();
        assertThat(arguments.footer()).isEmpty();
        assertThat(arguments.buttons()).isEmpty();
        assertThat(arguments.authentication()).isEmpty();
        assertThat(readAndSaved(bare)).isEqualTo(content(bare));
    }

    @Test
    void what_is_read_has_no_misplaced_fields() {
        var copy = new Components(
                Header.location(),
                new Body("Gracias.", Map.of()),
                "",
                List.of(new Button.CopyCode("OTONO25"), new Button.QuickReply("Sí")),
                AuthenticationOptions.none());
        assertThat(TemplateArguments.of(content(copy)).misplaced()).isEmpty();
    }

    private static TemplateContent readAndSaved(Components components) {
        return TemplateArguments.of(content(components)).content();
    }

    private static TemplateContent content(Components components) {
        return new TemplateContent("order_confirmation", "es", "UTILITY", components);
    }
}
