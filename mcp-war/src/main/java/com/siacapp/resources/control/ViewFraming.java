package com.siacapp.resources.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.resources.entity.Resource.Permission;
import com.siacapp.resources.entity.Resource.View;
import java.util.Arrays;

/**
 * How clients frame a view: {@code _meta.ui} of MCP Apps (2026-01-26), and the same as ChatGPT named it before (OpenAI,
 * plugins/reference).
 */
final class ViewFraming {

    private ViewFraming() {}

    static ObjectNode of(View view) {
        var meta = Json.object();
        var ui = meta.putObject("ui").put("prefersBorder", view.prefersBorder());
        meta.put("openai/widgetPrefersBorder", view.prefersBorder());
        if (!view.domain().isEmpty()) {
            ui.put("domain", view.domain());
            meta.put("openai/widgetDomain", view.domain());
        }
        var csp = ui.putObject("csp");
        csp.set("connectDomains", array(view.connectDomains()));
        csp.set("resourceDomains", array(view.resourceDomains()));
        csp.set("frameDomains", array(view.frameDomains()));
        csp.set("baseUriDomains", array(view.baseUriDomains()));
        var alias = meta.putObject("openai/widgetCSP");
        alias.set("connect_domains", array(view.connectDomains()));
        alias.set("resource_domains", array(view.resourceDomains()));
        alias.set("frame_domains", array(view.frameDomains()));
        alias.set("redirect_domains", array(view.redirectDomains()));
        if (view.permissions().length > 0) {
            var permissions = ui.putObject("permissions");
            Arrays.stream(view.permissions()).map(Permission::wireName).forEach(permissions::putObject);
        }
        if (!view.description().isEmpty()) {
            meta.put("openai/widgetDescription", view.description());
        }
        return meta;
    }

    private static ArrayNode array(String... domains) {
        var array = Json.array();
        Arrays.stream(domains).forEach(array::add);
        return array;
    }
}
