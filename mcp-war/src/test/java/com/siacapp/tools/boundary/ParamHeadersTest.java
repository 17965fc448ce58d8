package com.siacapp.tools.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Conversation;
import com.siacapp.Conversation.Answer;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.McpHeader;
import com.siacapp.tools.entity.Tool;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamHeadersTest {

    private final Conversation conversation = Conversation.of(People.vera(), new Clouds());

    @Test
    void the_schema_says_which_arguments_are_repeated() {
        var properties = conversation.modern("tools/list", "{}").at("/result/tools/0/inputSchema/properties");
        assertThat(properties.at("/region").toString()).isEqualTo("{\"type\":\"string\",\"x-mcp-header\":\"Region\"}");
        assertThat(properties.at("/copies").toString()).contains("\"integer\"", "\"x-mcp-header\":\"Copies\"");
        assertThat(properties.at("/place/properties/zone/x-mcp-header").asText())
                .isEqualTo("Zone");
        assertThat(properties.at("/query").has("x-mcp-header")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Region, eu-west, {\"region\": \"eu-west\"}",
                "region, eu-west, {\"region\": \"eu-west\"}",
                "Copies, 42, {\"copies\": 42}",
                "Copies, 42.0, {\"copies\": 42}",
                "Copies, -7, {\"copies\": -7}",
                "Dry, true, {\"dry\": true}",
                "Zone, a, `{\"place\": {\"zone\": \"a\"}}`",
                "Region, =?base64?SGVsbG8=?=, {\"region\": \"Hello\"}",
                "Region, =?base64?5LiW55WM?=, {\"region\": \"世界\"}",
                "Region, SGVsbG8=, {\"region\": \"SGVsbG8=\"}",
                "Region, =?base64?SGVsbG8=, {\"region\": \"=?base64?SGVsbG8=\"}",
            })
    void a_header_that_says_what_the_body_says_is_well(String header, String value, String arguments) {
        assertThat(call(header, value, arguments).at("/result/content/0/text").asText())
                .isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Region, us-east, {\"region\": \"eu-west\"}",
                "Region, EU-WEST, {\"region\": \"eu-west\"}",
                "Region, `eu-west, eu-west`, {\"region\": \"eu-west\"}",
                "Copies, 43, {\"copies\": 42}",
                "Copies, many, {\"copies\": 42}",
                "Dry, True, {\"dry\": true}",
                "Zone, b, `{\"place\": {\"zone\": \"a\"}}`",
                "Region, =?base64?SGVsbG8?=, {\"region\": \"Hello\"}",
                "Region, =?base64?SGVs!!!bG8=?=, {\"region\": \"Hello\"}",
                "Region, =?base64?/w==?=, {\"region\": \"Hello\"}",
                "Region, año, {\"region\": \"año\"}",
                "Other, eu-west, {\"region\": \"eu-west\"}",
                "Region, eu-west, {}",
                "Region, eu-west, {\"region\": null}",
            })
    void a_header_that_differs_is_400(String header, String value, String arguments) {
        assertMismatch(call(header, value, arguments));
    }

    @Test
    void a_value_without_its_header_is_400() {
        assertMismatch(conversation.call("query", "{\"region\": \"eu-west\"}"));
        assertMismatch(conversation.call("query", "{\"region\": \"\"}"));
    }

    @Test
    void what_is_not_given_needs_no_header() {
        assertThat(conversation.call("query", "{}").text()).isEqualTo("done");
        assertThat(conversation.call("query", "{\"region\": null}").text()).isEqualTo("done");
    }

    @Test
    void what_no_header_can_say_is_left_to_the_schema() {
        assertThat(conversation
                        .call("query", "{\"region\": {}}")
                        .at("/result/isError")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void older_clients_need_no_header_and_none_is_looked_at() {
        var answer = conversation
                .paramHeader("Region", "other")
                .legacy("tools/call", "{\"name\": \"query\", \"arguments\": {\"region\": \"eu-west\"}}");
        assertThat(answer.text()).isEqualTo("done");
    }

    @Test
    void a_tool_the_role_hides_is_as_unknown_with_headers_as_without() {
        assertThat(conversation.paramHeader("Secret", "x").call("hidden", "{}").errorCode())
                .isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(classes = {NoToken.class, Fraction.class, InList.class, Twice.class, Whole.class})
    void a_declaration_that_makes_clients_drop_the_tool_is_refused(Class<?> bean) throws ReflectiveOperationException {
        var declared = bean.getDeclaredConstructor().newInstance();
        assertThatThrownBy(() -> Conversation.of(People.vera(), declared))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("The header Mcp-Param-");
    }

    private Answer call(String header, String value, String arguments) {
        return conversation.paramHeader(header, value).call("query", arguments);
    }

    private static void assertMismatch(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32020);
        assertThat(answer.at("/id").asInt()).isEqualTo(7);
    }

    static class Clouds {

        record Place(@McpHeader("Zone") Optional<String> zone) {}

        record Query(
                @McpHeader("Region") Optional<String> region,
                @McpHeader("Copies") Optional<Integer> copies,
                @McpHeader("Dry") Optional<Boolean> dry,
                Optional<Place> place,
                Optional<String> query) {}

        record Secret(@McpHeader("Secret") Optional<String> secret) {}

        @Tool(name = "query", title = "Query", description = "Queries.")
        String query(Query query) {
            return "done";
        }

        @Tool(name = "hidden", title = "Hidden", description = "Hides.", scope = Scope.TEMPLATES_WRITE)
        String hidden(Secret secret) {
            return "";
        }
    }

    static class NoToken {
        record Spaced(@McpHeader("a b") String a) {}

        @Tool(name = "a", title = "A", description = "a")
        String tool(Spaced in) {
            return "";
        }
    }

    static class Fraction {
        record Fractional(@McpHeader("A") double a) {}

        @Tool(name = "a", title = "A", description = "a")
        String tool(Fractional in) {
            return "";
        }
    }

    static class InList {
        record Part(@McpHeader("A") String a) {}

        record Parts(List<Part> parts) {}

        @Tool(name = "a", title = "A", description = "a")
        String tool(Parts in) {
            return "";
        }
    }

    static class Twice {
        record Pair(
                @McpHeader("Region") String a,
                @McpHeader("REGION") String b) {}

        @Tool(name = "a", title = "A", description = "a")
        String tool(Pair in) {
            return "";
        }
    }

    static class Whole {
        @Tool(name = "a", title = "A", description = "a", inputSchema = "referred-header.json")
        String tool(ObjectNode in) {
            return "";
        }
    }
}
