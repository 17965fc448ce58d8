package com.siacapp.resources.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.ResourceContents;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTemplatesTest {

    private final Conversation conversation = Conversation.of(People.vera(), new Shelves());

    @Test
    void templates_are_listed_in_order_and_as_far_as_the_role_allows() {
        var templates = conversation.modern("resources/templates/list", "{}").at("/result/resourceTemplates");
        assertThat(templates.findValuesAsText("uriTemplate"))
                .containsExactly("siac://shelf/{place}", "siac://shelf/{place}/{book_number}", "siac://vault/{place}");
        assertThat(templates.at("/0").toString())
                .isEqualTo("{\"uriTemplate\":\"siac://shelf/{place}\",\"name\":\"shelf\",\"title\":\"Shelf\","
                        + "\"description\":\"A shelf.\",\"mimeType\":\"text/plain\"}");
    }

    @Test
    void a_resource_of_a_template_has_its_own_uri() {
        assertThat(contents("siac://shelf/west/7").toString())
                .isEqualTo("[{\"uri\":\"siac://shelf/west/7\",\"mimeType\":\"application/json\","
                        + "\"text\":\"{\\\"title\\\":\\\"west 7\\\"}\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "siac://shelf/a%20b, a b",
        "siac://shelf/a%2Fb, a/b",
        "siac://shelf/a+b, a+b",
        "siac://shelf/a%C3%B1o, año"
    })
    void values_are_decoded(String uri, String value) {
        assertThat(contents(uri).at("/0/text").asText()).isEqualTo("on " + value);
    }

    @Test
    void a_resource_comes_before_a_template_that_fits_it_too() {
        assertThat(contents("siac://shelf/first").at("/0/text").asText()).isEqualTo("the first");
    }

    @Test
    void bytes_come_in_base64_and_contents_may_be_several() {
        assertThat(contents("siac://picture").toString())
                .isEqualTo("[{\"uri\":\"siac://picture\",\"mimeType\":\"image/png\",\"blob\":\"Ynl0ZXM=\"}]");
        assertThat(contents("siac://both").findValuesAsText("uri")).containsExactly("siac://both/1", "siac://both/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siac://shelf/",
                "siac://shelf/west/seven",
                "siac://shelf/west/404",
                "siac://shelf/west/7/more",
                "siac://shelf/a%zz",
                "siac://shelf/forbidden",
                "siac://desk/x",
                "xsiac://shelf/west"
            })
    void what_fits_no_template_or_no_record_is_no_resource(String uri) {
        var answer = conversation.modern("resources/read", "{\"uri\": \"%s\"}".formatted(uri));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/error").toString())
                .isEqualTo(
                        "{\"code\":-32602,\"message\":\"Invalid params: unknown resource\",\"data\":{\"uri\":\"%s\"}}"
                                .formatted(uri));
        assertThat(conversation
                        .version("2025-11-25")
                        .legacy("resources/read", "{\"uri\": \"%s\"}".formatted(uri))
                        .errorCode())
                .isEqualTo(-32002);
    }

    /** RFC 3986 §2: PostgreSQL would refuse some of these, and none of them is the address of anything. */
    @ParameterizedTest
    @ValueSource(strings = {"siac://shelf/%00", "siac://shelf/%0a", "siac://shelf/\\u0000", "siac://shelf/\\u00e9 x"})
    void what_no_uri_holds_is_no_resource(String uri) {
        assertThat(conversation
                        .version("2025-11-25")
                        .legacy("resources/read", "{\"uri\": \"%s\"}".formatted(uri))
                        .errorCode())
                .isEqualTo(-32002);
    }

    @Test
    void a_uri_is_of_2048_characters_at_most() {
        var shelf = "siac://shelf/";
        var longest = shelf + "x".repeat(2048 - shelf.length());
        assertThat(contents(longest)).isNotEmpty();
        assertThat(conversation
                        .modern("resources/read", "{\"uri\": \"%sx\"}".formatted(longest))
                        .errorCode())
                .isEqualTo(-32602);
    }

    @Test
    void a_scope_the_token_lacks_is_asked_for() {
        assertThatThrownBy(() -> contents("siac://vault/west")).isInstanceOf(InsufficientScope.class);
    }

    @Test
    void a_template_that_cannot_work_is_refused() {
        assertRefused(new Reserved(), "goes beyond level 1");
        assertRefused(new Fixed(), "must have variables");
        assertRefused(new Repeated(), "each of them once");
        assertRefused(new Mismatched(), "a component for each variable");
    }

    private static void assertRefused(Object bean, String sentence) {
        assertThatThrownBy(() -> Conversation.of(People.vera(), bean))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining(sentence);
    }

    private JsonNode contents(String uri) {
        return conversation
                .modern("resources/read", "{\"uri\": \"%s\"}".formatted(uri))
                .at("/result/contents");
    }

    record Place(@Pattern(regexp = "(?!forbidden).*") String place) {}

    record Book(String place, int bookNumber) {}

    record Title(String title) {}

    static class Shelves {

        @ResourceTemplate(
                uriTemplate = "siac://shelf/{place}",
                name = "shelf",
                title = "Shelf",
                description = "A shelf.",
                mimeType = "text/plain")
        String shelf(Place place, Locale locale) {
            return "on " + place.place();
        }

        @ResourceTemplate(
                uriTemplate = "siac://shelf/{place}/{book_number}",
                name = "book",
                title = "Book",
                description = "A book.")
        Optional<Title> book(Book book) {
            return book.bookNumber() == 404
                    ? Optional.empty()
                    : Optional.of(new Title(book.place() + " " + book.bookNumber()));
        }

        @ResourceTemplate(
                uriTemplate = "siac://vault/{place}",
                name = "vault",
                title = "Vault",
                description = "A vault.",
                scope = Scope.AUDIENCE_READ)
        String vault(Place place) {
            return "";
        }

        @ResourceTemplate(
                uriTemplate = "siac://desk/{place}",
                name = "desk",
                title = "Desk",
                description = "A desk.",
                scope = Scope.TEMPLATES_WRITE)
        String desk(Place place) {
            return "";
        }

        @Resource(uri = "siac://shelf/first", name = "first", title = "First", description = "The first.")
        String first() {
            return "the first";
        }

        @Resource(
                uri = "siac://picture",
                name = "picture",
                title = "Picture",
                description = "A picture.",
                mimeType = "image/png")
        byte[] picture() {
            return "bytes".getBytes(UTF_8);
        }

        @Resource(uri = "siac://both", name = "both", title = "Both", description = "Both.")
        List<ResourceContents> both() {
            return List.of(
                    ResourceContents.text("siac://both/1", "text/plain", "one"),
                    ResourceContents.binary("siac://both/2", "image/png", "bytes".getBytes(UTF_8)));
        }
    }

    static class Reserved {
        @ResourceTemplate(uriTemplate = "siac://x/{+place}", name = "x", title = "X", description = "x")
        String x(Place place) {
            return "";
        }
    }

    static class Fixed {
        @ResourceTemplate(uriTemplate = "siac://x", name = "x", title = "X", description = "x")
        String x() {
            return "";
        }
    }

    static class Repeated {
        @ResourceTemplate(uriTemplate = "siac://{place}/{place}", name = "x", title = "X", description = "x")
        String x(Place place) {
            return "";
        }
    }

    static class Mismatched {
        @ResourceTemplate(uriTemplate = "siac://{shelf}", name = "x", title = "X", description = "x")
        String x(Place place) {
            return "";
        }
    }
}
