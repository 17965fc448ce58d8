package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import com.siacapp.tools.entity.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaginationTest {

    private final Conversation conversation = Conversation.inPagesOf(2, People.vera(), new Five());

    @ParameterizedTest
    @CsvSource({
        "tools/list, tools, name, a b c d e",
        "prompts/list, prompts, name, a b c d e",
        "resources/list, resources, uri, siac://a siac://b siac://c siac://d siac://e",
        "resources/templates/list, resourceTemplates, uriTemplate,"
                + " siac://a/{it} siac://b/{it} siac://c/{it} siac://d/{it} siac://e/{it}"
    })
    void a_list_comes_in_pages_that_make_it_up_in_its_order(String method, String member, String key, String all) {
        var seen = new ArrayList<String>();
        var params = "{}";
        for (var page = 1; page <= 3; page++) {
            var result = conversation.modern(method, params).at("/result");
            assertThat(result.path(member)).hasSize(page == 3 ? 1 : 2);
            assertThat(result.has("nextCursor")).isEqualTo(page < 3);
            seen.addAll(result.path(member).findValuesAsText(key));
            params = cursor(result.path("nextCursor").asText());
        }
        assertThat(String.join(" ", seen)).isEqualTo(all);
    }

    @Test
    void what_fits_one_page_has_no_cursor() {
        var five = Conversation.inPagesOf(5, People.vera(), new Five());
        assertThat(five.modern("tools/list", "{}").at("/result").has("nextCursor"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"\"", "1", "{}", "\"eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....\""})
    void a_cursor_that_is_none_of_ours_is_invalid_params(String cursor) {
        for (var method : List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list")) {
            assertThat(conversation
                            .modern(method, "{\"cursor\": %s}".formatted(cursor))
                            .errorCode())
                    .isEqualTo(-32602);
        }
    }

    @Test
    void a_cursor_of_another_list_or_changed_is_invalid_params() {
        var cursor = first("tools/list");
        assertThat(conversation.modern("prompts/list", cursor(cursor)).errorCode())
                .isEqualTo(-32602);
        var changed = cursor.substring(0, cursor.length() - 4) + "AAAA";
        assertThat(conversation.modern("tools/list", cursor(changed)).errorCode())
                .isEqualTo(-32602);
    }

    @Test
    void a_cursor_says_nothing_of_what_it_stands_for_and_works_for_older_clients_and_on_another_node() {
        var cursor = first("tools/list");
        assertThat(cursor).doesNotContain("tools");
        var node = Conversation.inPagesOf(2, People.vera(), new Five());
        assertThat(node.legacy("tools/list", cursor(cursor)).at("/result/tools").findValuesAsText("name"))
                .containsExactly("c", "d");
    }

    @Test
    void a_cursor_survives_that_its_item_is_gone() {
        var cursor = first("tools/list");
        var later = Conversation.inPagesOf(2, People.vera(), new Others());
        assertThat(later.modern("tools/list", cursor(cursor))
                        .at("/result/tools")
                        .findValuesAsText("name"))
                .containsExactly("bb");
    }

    @Test
    void a_page_has_nothing_the_role_hides_and_is_full_nevertheless() {
        var names = Conversation.inPagesOf(2, People.vera(), new Others())
                .modern("tools/list", "{}")
                .at("/result/tools");
        assertThat(names.findValuesAsText("name")).containsExactly("aa", "bb");
    }

    private String first(String method) {
        return conversation.modern(method, "{}").at("/result/nextCursor").asText();
    }

    private static String cursor(String cursor) {
        return "{\"cursor\": \"%s\"}".formatted(cursor);
    }

    static class Others {
        @Tool(name = "aa", title = "A", description = "a")
        String a() {
            return "";
        }

        @Tool(name = "ab", title = "Hidden", description = "hidden", scope = Scope.TEMPLATES_WRITE)
        String hidden() {
            return "";
        }

        @Tool(name = "bb", title = "B", description = "b")
        String b() {
            return "";
        }
    }

    record It(String it) {}

    static class Five {
        @Tool(name = "a", title = "A", description = "a")
        @Prompt(name = "a", title = "A", description = "a")
        @Resource(uri = "siac://a", name = "a", title = "A", description = "a")
        String a() {
            return "";
        }

        @ResourceTemplate(uriTemplate = "siac://a/{it}", name = "a", title = "A", description = "a")
        String a(It it) {
            return "";
        }

        @Tool(name = "b", title = "B", description = "b")
        @Prompt(name = "b", title = "B", description = "b")
        @Resource(uri = "siac://b", name = "b", title = "B", description = "b")
        String b() {
            return "";
        }

        @ResourceTemplate(uriTemplate = "siac://b/{it}", name = "b", title = "B", description = "b")
        String b(It it) {
            return "";
        }

        @Tool(name = "c", title = "C", description = "c")
        @Prompt(name = "c", title = "C", description = "c")
        @Resource(uri = "siac://c", name = "c", title = "C", description = "c")
        String c() {
            return "";
        }

        @ResourceTemplate(uriTemplate = "siac://c/{it}", name = "c", title = "C", description = "c")
        String c(It it) {
            return "";
        }

        @Tool(name = "d", title = "D", description = "d")
        @Prompt(name = "d", title = "D", description = "d")
        @Resource(uri = "siac://d", name = "d", title = "D", description = "d")
        String d() {
            return "";
        }

        @ResourceTemplate(uriTemplate = "siac://d/{it}", name = "d", title = "D", description = "d")
        String d(It it) {
            return "";
        }

        @Tool(name = "e", title = "E", description = "e")
        @Prompt(name = "e", title = "E", description = "e")
        @Resource(uri = "siac://e", name = "e", title = "E", description = "e")
        String e() {
            return "";
        }

        @ResourceTemplate(uriTemplate = "siac://e/{it}", name = "e", title = "E", description = "e")
        String e(It it) {
            return "";
        }
    }
}
