package com.siacapp.transport;

import com.siacapp.grants.entity.Scope;
import com.siacapp.tools.entity.Tool;

/** Takes the name of a tool that is there already; deployed by {@link BrokenDeclarationIT} only. */
public class DeclaredTwice {

    @Tool(name = "siac_get_user_info", title = "Twice", description = "A second one.", scope = Scope.TEMPLATES_READ)
    public Text twice() {
        return new Text("twice");
    }

    /** Something to answer. */
    public record Text(String text) {}
}
