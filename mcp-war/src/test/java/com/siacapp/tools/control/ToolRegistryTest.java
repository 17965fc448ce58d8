package com.siacapp.tools.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Engine;
import com.siacapp.grants.entity.Scope;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.tools.entity.Tool;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ToolRegistryTest {

    record Nothing() {}

    record Something(String it) {}

    @Test
    void tools_are_listed_in_the_order_of_their_names() {
        var list = listFor(Role.ADMINISTRATOR, registryOf(new Good()));
        assertThat(list.indexOf("siac_a")).isLessThan(list.indexOf("siac_b"));
    }

    @Test
    void a_tool_answers_to_its_dotted_name_and_its_aliases() {
        var registry = registryOf(new Good());
        assertThat(List.of("siac_a", "siac.a", "a"))
                .allSatisfy(name -> assertThat(registry.find(name, Role.VIEWER)).isPresent());
        assertThat(registry.find("siac.A", Role.VIEWER)).isEmpty();
    }

    @Test
    void a_role_finds_and_sees_only_what_it_could_be_allowed() {
        var registry = registryOf(new Good());
        assertThat(registry.find("siac_b", Role.VIEWER)).isEmpty();
        assertThat(listFor(Role.VIEWER, registry)).doesNotContain("siac_b");
        assertThat(listFor(Role.AUTHOR, registry)).contains("siac_b");
    }

    @Test
    void every_listed_tool_has_all_hints_and_says_what_it_needs_twice() {
        var list = listFor(Role.AUTHOR, registryOf(new Good()));
        assertThat(list)
                .contains(
                        "\"annotations\":{\"title\":\"B\",\"readOnlyHint\":false,\"destructiveHint\":true,"
                                + "\"idempotentHint\":false,\"openWorldHint\":true}",
                        "\"securitySchemes\":[{\"type\":\"oauth2\",\"scopes\":[\"siac.templates.write\"]}]",
                        "\"_meta\":{\"securitySchemes\":[{\"type\":\"oauth2\",\"scopes\":[\"siac.templates.write\"]}]}");
    }

    @Test
    void a_name_declared_twice_is_refused() {
        assertRefused(new Twice(), "The tool name a is declared twice");
    }

    @Test
    void a_blank_title_or_description_is_refused() {
        assertRefused(new NoTitle(), "NoTitle.tool has no title.");
        assertRefused(new NoDescription(), "NoDescription.tool has no description.");
    }

    @Test
    void a_name_no_function_may_have_is_refused() {
        assertRefused(new DottedName(), "has a name other than");
        assertRefused(new LongName(), "has a name other than");
    }

    @Test
    void a_schema_that_is_no_object_is_refused() {
        assertRefused(new TextIn(), "takes arguments whose schema is no object");
    }

    @Test
    void a_method_that_cannot_be_called_is_refused() {
        assertRefused(new Hidden(), "must be neither private nor static");
        assertRefused(new TwoRecords(), "takes more than one record");
    }

    private static void assertRefused(Object bean, String sentence) {
        assertThatThrownBy(() -> registryOf(bean))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining(sentence);
    }

    private static ToolRegistry registryOf(Object bean) {
        return new ToolRegistry(
                Engine.offers(Tool.class, bean),
                Engine.CONSTRAINTS,
                new Pagination(new Seal(new SecretKeySpec(new byte[32], "AES")), 100),
                uri -> uri.equals("ui://view"));
    }

    private static String listFor(Role role, ToolRegistry registry) {
        return registry.page(new Reader(role, Locale.ENGLISH, true), Pagination.START)
                .tools()
                .getValue();
    }

    static class Good {
        @Tool(name = "siac_b", title = "B", description = "b", scope = Scope.TEMPLATES_WRITE)
        Nothing write() {
            return new Nothing();
        }

        @Tool(name = "siac_a", aliases = "a", title = "A", description = "a")
        Nothing any(Something arguments) {
            return new Nothing();
        }
    }

    static class Twice {
        @Tool(name = "a", title = "A", description = "a")
        Nothing one() {
            return new Nothing();
        }

        @Tool(name = "b", aliases = "a", title = "B", description = "b")
        Nothing other() {
            return new Nothing();
        }
    }

    static class NoTitle {
        @Tool(name = "a", title = "", description = "a")
        Nothing tool() {
            return new Nothing();
        }
    }

    static class NoDescription {
        @Tool(name = "a", title = "A", description = " ")
        Nothing tool() {
            return new Nothing();
        }
    }

    static class DottedName {
        @Tool(name = "siac.a", title = "A", description = "a")
        Nothing tool() {
            return new Nothing();
        }
    }

    static class LongName {
        @Tool(
                name = "a2345678901234567890123456789012345678901234567890123456789012345",
                title = "A",
                description = "a")
        Nothing tool() {
            return new Nothing();
        }
    }

    static class TextIn {
        @Tool(name = "a", title = "A", description = "a")
        Nothing tool(String text) {
            return new Nothing();
        }
    }

    static class Hidden {
        @Tool(name = "a", title = "A", description = "a")
        static Nothing tool() {
            return new Nothing();
        }
    }

    static class TwoRecords {
        @Tool(name = "a", title = "A", description = "a")
        Nothing tool(Something one, Nothing other) {
            return other;
        }
    }
}
