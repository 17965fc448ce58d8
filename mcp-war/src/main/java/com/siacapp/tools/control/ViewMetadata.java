package com.siacapp.tools.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.tools.entity.Tool.View;
import com.siacapp.tools.entity.Tool.Visibility;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which view shows a tool's results: {@code _meta.ui} of MCP Apps (2026-01-26), and the same as it was named before
 * (OpenAI, plugins/reference).
 */
final class ViewMetadata {

    private ViewMetadata() {}

    static void addTo(ObjectNode meta, View view) {
        var visibility = List.of(view.visibility());
        var ui = meta.putObject("ui").put("resourceUri", view.uri());
        var names = ui.putArray("visibility");
        Arrays.stream(view.visibility())
                .map(who -> who.name().toLowerCase(Locale.ROOT))
                .forEach(names::add);
        meta.put("ui/resourceUri", view.uri())
                .put("openai/outputTemplate", view.uri())
                .put("openai/widgetAccessible", visibility.contains(Visibility.APP))
                .put("openai/visibility", visibility.contains(Visibility.MODEL) ? "public" : "private");
    }
}
