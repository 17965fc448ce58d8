package com.siacapp.tools.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.Tool.Status;
import com.siacapp.tools.entity.Tool.View;
import com.siacapp.tools.entity.Tool.Visibility;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What clients do around a tool's calls: {@code _meta.ui} of MCP Apps (2026-01-26), the same as it was named before, and
 * what only ChatGPT knows (OpenAI, plugins/reference).
 */
final class ToolMetadata {

    private ToolMetadata() {}

    static void addTo(ObjectNode meta, Tool tool, Locale locale) {
        Arrays.stream(tool.view()).forEach(view -> addView(meta, view));
        Arrays.stream(tool.status()).forEach(status -> addStatus(meta, status, locale));
        if (tool.fileParams().length > 0) {
            var names = meta.putArray("openai/fileParams");
            Arrays.stream(tool.fileParams()).forEach(names::add);
        }
    }

    private static void addView(ObjectNode meta, View view) {
        var visibility = List.of(view.visibility());
        var ui = meta.putObject("ui").put("resourceUri", view.uri());
        var names = ui.putArray("visibility");
        visibility.stream().map(who -> who.name().toLowerCase(Locale.ROOT)).forEach(names::add);
        meta.put("ui/resourceUri", view.uri())
                .put("openai/outputTemplate", view.uri())
                .put("openai/widgetAccessible", visibility.contains(Visibility.APP))
                .put("openai/visibility", visibility.contains(Visibility.MODEL) ? "public" : "private");
    }

    private static void addStatus(ObjectNode meta, Status status, Locale locale) {
        var spanish = locale.equals(CallContext.SPANISH);
        meta.put("openai/toolInvocation/invoking", spanish ? status.invokingInSpanish() : status.invoking())
                .put("openai/toolInvocation/invoked", spanish ? status.invokedInSpanish() : status.invoked());
    }
}
