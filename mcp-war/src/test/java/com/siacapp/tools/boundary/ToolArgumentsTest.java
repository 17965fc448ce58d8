package com.siacapp.tools.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.Json;
import com.siacapp.tools.entity.Tool;
import jakarta.validation.constraints.AssertTrue;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that no record says alone: schemas of their own, and constraints no schema can say. */
class ToolArgumentsTest {

    private final Conversation conversation = Conversation.of(People.vera(), new Studio());

    @Test
    void a_schema_of_its_own_is_published_as_it_is() throws IOException {
        try (var file = ToolContentTest.class.getResourceAsStream("contact.json")) {
            assertThat(listed("contact").path("inputSchema")).isEqualTo(Json.MAPPER.readTree(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contactMethod': 'phone', 'phone': '1', 'address': {'city': 'Lima'}} | 1",
                "{'email': 'a@b.example'} | a@b.example",
            })
    void a_schema_of_its_own_is_kept(String arguments, String reached) {
        assertThat(conversation.call("contact", arguments.replace('\'', '"')).text())
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contactMethod': 'phone', 'email': 'a@b.example'} | phone",
                "{'name': 'Eva'} | phone",
                "{'email': 'a@b.example', 'address': {'city': 1}} | address.city",
                "{'email': 'a@b.example', 'fax': '1'} | fax",
            })
    void a_schema_of_its_own_refuses_what_breaks_it(String arguments, String named) {
        var answer = conversation.call("contact", arguments.replace('\'', '"'));
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains(named);
    }

    @Test
    void a_constraint_no_schema_can_say_is_an_error_the_model_can_act_on_in_the_persons_language() {
        var answer = conversation.call("between", "{\"first\": 2, \"last\": 1}");
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text())
                .isEqualTo("The arguments break these rules:\n- ordered: the first must come before the last");
        var spanish = conversation.acceptLanguage("es").call("between", "{\"first\": 2, \"last\": 1}");
        assertThat(spanish.text()).contains("- ordered: el primero debe ir antes que el último");
        assertThat(conversation.call("between", "{\"first\": 1, \"last\": 2}").text())
                .isEqualTo("1 to 2");
    }

    private JsonNode listed(String tool) {
        for (var listed : conversation.modern("tools/list", "{}").at("/result/tools")) {
            if (listed.path("name").asText().equals(tool)) {
                return listed;
            }
        }
        throw new AssertionError("No such tool is listed: " + tool);
    }

    static class Studio {

        record Range(int first, int last) {
            @AssertTrue(message = "{siac.test.ordered}")
            boolean isOrdered() {
                return first < last;
            }
        }

        @Tool(name = "contact", title = "Contact", description = "Reaches.", inputSchema = "contact.json")
        String contact(ObjectNode arguments) {
            return arguments.path("phone").asText(arguments.path("email").asText());
        }

        @Tool(name = "between", title = "Between", description = "Ranges.")
        String between(Range range) {
            return range.first() + " to " + range.last();
        }
    }
}
