package com.siacapp.tools.boundary;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.Meta;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import org.junit.jupiter.api.Test;

/** Declarations that would only fail in front of a person. */
class BrokenDeclarationsTest {

    @Test
    void what_clients_could_not_use_is_refused_at_the_start() {
        assertRefused(new Viewless(), "has a view that is none: ui://nowhere");
        assertRefused(new NoView(), "is a view, with ui:// and its MIME type, or none");
        assertRefused(new Iconless(), "There is no icon nothing.png");
        assertRefused(new Schemaless(), "has a schema of its own, or takes no JSON");
        assertRefused(new LostSchema(), "There is no schema lost.json");
        assertRefused(new Fileless(), "takes no file picture");
        assertRefused(new Talkative(), "has a status other than 1 to 64 characters");
        assertRefused(new Unreadable(), "is no JSON");
        assertRefused(new Unimportant(), "has hints no client understands");
        assertRefused(new Undated(), "has hints no client understands");
    }

    private static void assertRefused(Object bean, String sentence) {
        assertThatThrownBy(() -> Conversation.of(People.vera(), bean))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining(sentence);
    }

    static class Viewless {
        @Tool(name = "a", title = "A", description = "a", view = @Tool.View(uri = "ui://nowhere"))
        String tool() {
            return "";
        }
    }

    static class NoView {
        @Resource(uri = "ui://x", name = "x", title = "X", description = "x", mimeType = Resource.VIEW)
        String page() {
            return "";
        }
    }

    static class Iconless {
        @Tool(name = "a", title = "A", description = "a")
        @Icon("nothing.png")
        String tool() {
            return "";
        }
    }

    static class Fileless {
        @Tool(name = "a", title = "A", description = "a", fileParams = "picture")
        String tool() {
            return "";
        }
    }

    static class Talkative {
        @Tool(
                name = "a",
                title = "A",
                description = "a",
                status = @Tool.Status(invoking = "", invokingInSpanish = "b", invoked = "c", invokedInSpanish = "d"))
        String tool() {
            return "";
        }
    }

    static class Unreadable {
        @Tool(name = "a", title = "A", description = "a")
        @Meta(key = "a/b", json = "{")
        String tool() {
            return "";
        }
    }

    static class Unimportant {
        @Resource(
                uri = "siac://x",
                name = "x",
                title = "X",
                description = "x",
                annotations = @Resource.Annotations(priority = 1.5))
        String page() {
            return "";
        }
    }

    static class Undated {
        @Resource(
                uri = "siac://x",
                name = "x",
                title = "X",
                description = "x",
                annotations = @Resource.Annotations(lastModified = "yesterday"))
        String page() {
            return "";
        }
    }

    static class Schemaless {
        @Tool(name = "a", title = "A", description = "a")
        String tool(ObjectNode anything) {
            return "";
        }
    }

    static class LostSchema {
        @Tool(name = "a", title = "A", description = "a", inputSchema = "lost.json")
        String tool(ObjectNode anything) {
            return "";
        }
    }
}
