package com.siacapp.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpConnection;
import com.siacapp.testkit.McpVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Requests nothing is wrong with, of every method there is. None of them writes anything but its own tasks and session. What
 * only the sender knows stands there as {@code ${…}}, see {@link Sender}.
 */
final class Healthy {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> IN_BOTH = List.of(
            "tools/list|{}",
            "tools/call|{'name':'siac_get_user_info','arguments':{}}",
            "tools/call|{'name':'siac_get_system_info'}",
            "tools/call|{'name':'siac_list_templates','arguments':{'page_size':5}}",
            "tools/call|{'name':'siac_validate_template','arguments':{'template_name':'order','body_text':'Hello'"
                    + ",'category':'UTILITY','language_code':'en_US','examples':{'1':'Ana'}}}",
            "tools/call|{'name':'test_tool_with_progress','arguments':{},'_meta':{'progressToken':'p'}}",
            "tools/call|{'name':'test_tool_with_logging','arguments':{}}",
            "tools/call|{'name':'test_elicitation','arguments':{'message':'Who?'}}",
            "tools/call|{'name':'greet','arguments':{'name':'Ana'}}",
            "tools/call|{'name':'slow_compute','arguments':{'seconds':0}}",
            "tools/call|{'name':'test_sampling','arguments':{'prompt':'Say hello'}}",
            "tools/call|{'name':'test_input_required_result_multi_round','arguments':{}"
                    + ",'inputResponses':{'step1':{'action':'accept','content':{'name':'Ana'}}}}",
            "tools/call|{'name':'test_input_required_result_request_state','arguments':{},'requestState':'a.b.c.d.e'}",
            "resources/list|{}",
            "resources/templates/list|{'cursor':'abc'}",
            "resources/read|{'uri':'test://static-text'}",
            "resources/read|{'uri':'siac://system/status'}",
            "prompts/list|{}",
            "prompts/get|{'name':'test_prompt_with_arguments','arguments':{'arg1':'a','arg2':'b'}}",
            "completion/complete|{'ref':{'type':'ref/prompt','name':'test_prompt_with_arguments'}"
                    + ",'argument':{'name':'arg1','value':'par'},'context':{'arguments':{'arg2':'b'}}}");

    private static final List<String> IN_LEGACY = List.of(
            "initialize|{'protocolVersion':'2025-11-25','capabilities':{'roots':{}}"
                    + ",'clientInfo':{'name':'fuzz','version':'1'}}",
            "ping|{}",
            "logging/setLevel|{'level':'info'}",
            "resources/subscribe|{'uri':'test://watched-resource'}",
            "resources/unsubscribe|{'uri':'test://watched-resource'}",
            "notifications/initialized|{}",
            "notifications/cancelled|{'requestId':1,'reason':'enough'}");

    private static final List<String> IN_MODERN = List.of(
            "server/discover|{}",
            "subscriptions/listen|{'notifications':{'toolsListChanged':true,'promptsListChanged':true"
                    + ",'resourceSubscriptions':['test://watched-resource'],'taskIds':['${task}']}}",
            "tools/call|{'name':'failing_job'}",
            "tasks/get|{'taskId':'${task}'}",
            "tasks/update|{'taskId':'${task}','inputResponses':{'confirm':{'action':'decline'}}}",
            "tasks/cancel|{'taskId':'${task}'}");

    private Healthy() {}

    static ObjectNode message(McpVersion version, Random random) {
        var own = version.isModern() ? IN_MODERN : IN_LEGACY;
        var choice = random.nextInt(IN_BOTH.size() + own.size());
        var told = choice < IN_BOTH.size() ? IN_BOTH.get(choice) : own.get(choice - IN_BOTH.size());
        var parts = told.split("\\|", 2);
        var message = Mcp.message(parts[0], Map.of()).put("id", random.nextInt());
        message.set("params", parsed(parts[1].replace('\'', '"')));
        if (parts[0].startsWith("notifications/")) {
            message.remove("id");
        }
        version.introduce(message, capabilities(random), Optional.of("debug"));
        return message;
    }

    private static ObjectNode capabilities(Random random) {
        return parsed(
                random.nextBoolean()
                        ? "{\"elicitation\":{},\"sampling\":{},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}"
                        : "{\"elicitation\":{},\"sampling\":{}}");
    }

    static Map<String, String> headers(McpVersion version, ObjectNode message) {
        var headers = new HashMap<>(Map.of(
                "Accept", "application/json, text/event-stream",
                "Content-Type", "application/json",
                "MCP-Protocol-Version", version.wireName()));
        if (version.isModern()) {
            headers.putAll(McpConnection.repeated(message));
        }
        return headers;
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }
}
