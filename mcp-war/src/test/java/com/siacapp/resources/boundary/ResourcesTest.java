package com.siacapp.resources.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Spanish;
import com.siacapp.resources.entity.Resource;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    private final Conversation conversation = Conversation.of(People.vera(), new Library());

    @Test
    void resources_are_listed_in_the_order_of_their_uris_and_in_the_persons_language() {
        var resources =
                conversation.acceptLanguage("es").modern("resources/list", "{}").at("/result/resources");
        assertThat(resources.findValuesAsText("uri"))
                .containsExactly("siac://library/book", "siac://library/index", "siac://library/rare");
        assertThat(resources.findValuesAsText("title")).contains("Un libro");
    }

    @Test
    void a_role_does_not_see_what_it_could_never_be_allowed() {
        assertThat(conversation.modern("resources/list", "{}").at("/result").toString())
                .doesNotContain("siac://library/desk");
        assertThat(conversation
                        .modern("resources/read", "{\"uri\": \"siac://library/desk\"}")
                        .errorCode())
                .isEqualTo(-32602);
    }

    @Test
    void a_text_is_read_as_it_is_and_a_record_as_json() {
        assertThat(read("siac://library/book").toString())
                .isEqualTo("{\"uri\":\"siac://library/book\",\"mimeType\":\"text/markdown\",\"text\":\"# Once\"}");
        assertThat(read("siac://library/index").path("text").asText()).isEqualTo("{\"book_count\":1}");
    }

    @Test
    void what_was_read_is_not_to_be_kept() {
        var answer = conversation.modern("resources/read", "{\"uri\": \"siac://library/book\"}");
        assertThat(answer.at("/result/ttlMs").asInt(-1)).isZero();
        assertThat(answer.at("/result/cacheScope").asText()).isEqualTo("private");
    }

    @Test
    void a_scope_the_token_lacks_is_asked_for() {
        assertThatThrownBy(() -> read("siac://library/rare")).isInstanceOf(InsufficientScope.class);
    }

    @Test
    void a_read_needs_a_uri() {
        assertThat(conversation.modern("resources/read", "{}").errorCode()).isEqualTo(-32602);
    }

    @Test
    void there_are_no_templates_and_the_list_says_so() {
        assertThat(conversation
                        .modern("resources/templates/list", "{}")
                        .at("/result/resourceTemplates")
                        .toString())
                .isEqualTo("[]");
    }

    @Test
    void a_uri_declared_twice_is_refused() {
        assertThatThrownBy(() -> Conversation.of(People.vera(), new Library(), new Library()))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("is declared twice");
    }

    private com.fasterxml.jackson.databind.JsonNode read(String uri) {
        return conversation
                .modern("resources/read", "{\"uri\": \"%s\"}".formatted(uri))
                .at("/result/contents/0");
    }

    static class Library {

        record Index(int bookCount) {}

        @Resource(
                uri = "siac://library/book",
                name = "book",
                title = "A book",
                description = "One book.",
                mimeType = "text/markdown")
        @Spanish(title = "Un libro", description = "Un solo libro.")
        String book() {
            return "# Once";
        }

        @Resource(uri = "siac://library/index", name = "index", title = "Index", description = "What there is.")
        Index index(CallContext context) {
            return new Index(1);
        }

        @Resource(
                uri = "siac://library/rare",
                name = "rare",
                title = "Rare",
                description = "With permission.",
                scope = Scope.AUDIENCE_READ)
        String rare() {
            return "";
        }

        @Resource(
                uri = "siac://library/desk",
                name = "desk",
                title = "Desk",
                description = "For authors.",
                scope = Scope.TEMPLATES_WRITE)
        String desk() {
            return "";
        }
    }
}
