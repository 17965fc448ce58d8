package com.siacapp.benchmarks.micro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.boundary.Dispatcher;
import com.siacapp.protocol.control.Lanes;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Methods;
import com.siacapp.protocol.control.ModernEra;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.control.SessionCalls;
import com.siacapp.protocol.control.Sessions;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.Questions;
import com.siacapp.sessions.boundary.StreamEvents;
import com.siacapp.tools.boundary.ToolsCall;
import com.siacapp.tools.boundary.ToolsList;
import com.siacapp.users.entity.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a request to the bytes of its answer, in both eras. */
@State(Scope.Benchmark)
public class JsonRpcDispatch {

    private static final int PAGE_SIZE = 100;
    private static final int LANE = 100;
    private static final String TOOL = "siac_get_user_info";
    private static final RequestHeaders MODERN =
            new RequestHeaders("2026-07-28", "tools/call", TOOL, Map.of(), null, null, "benchmark");
    private static final RequestHeaders LEGACY =
            new RequestHeaders("2025-11-25", null, null, Map.of(), null, null, "benchmark");

    private static final byte[] MODERN_CALL = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
             "name": "siac_get_user_info", "arguments": {}, "_meta": {
              "io.modelcontextprotocol/protocolVersion": "2026-07-28",
              "io.modelcontextprotocol/clientCapabilities": {},
              "io.modelcontextprotocol/clientInfo": {"name": "benchmark", "version": "1"}}}}""".getBytes(StandardCharsets.UTF_8);

    private static final byte[] LEGACY_CALL = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
             "name": "siac_get_user_info", "arguments": {}}}""".getBytes(StandardCharsets.UTF_8);

    private static final Caller CALLER = new Caller(
            UUID.randomUUID(),
            "Ana",
            "ana@cafe.example",
            UUID.randomUUID(),
            "Café del Monte",
            Role.AUTHOR,
            Set.of(),
            UUID.randomUUID(),
            "client",
            false,
            Instant.MAX);

    private final Dispatcher dispatcher = dispatcher();

    @Setup
    public void check() throws IOException {
        for (var answer : List.of(modernCall(), legacyCall())) {
            if (!new String(answer, StandardCharsets.UTF_8).contains(CALLER.email())) {
                throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
            }
        }
    }

    @Benchmark
    public byte[] modernCall() throws IOException {
        return answer(MODERN_CALL, MODERN);
    }

    @Benchmark
    public byte[] legacyCall() throws IOException {
        return answer(LEGACY_CALL, LEGACY);
    }

    private byte[] answer(byte[] body, RequestHeaders headers) throws IOException {
        return dispatcher
                .dispatch(Json.MAPPER.readTree(body), headers, CALLER, Exchange.ANSWER_ONLY)
                .orElseThrow()
                .json();
    }

    private static Dispatcher dispatcher() {
        var clock = Clock.systemUTC();
        var server = new ServerInfo("siac-assistant", "SIAC Assistant", "1.0", "Be careful.", List.of());
        var seal = ProductTools.seal();
        var tools = ProductTools.registry();
        var methods = new Methods(List.of(
                new ToolsList(tools, new Pagination(seal, PAGE_SIZE)),
                new ToolsCall(tools, new BearerChallenge(URI.create("https://api.example.com/mcp")))));
        var stored = new McpSessions();
        var sessions = new Sessions(stored, seal, clock);
        var calls = new SessionCalls(
                new Questions(), stored, Optional::of, Runnable::run, new Lanes(Runnable::run, LANE), clock);
        return new Dispatcher(
                List.of(),
                new ModernEra(methods, List.of(), server, new NoTasks(), seal, clock),
                new LegacyEra(methods, List.of(), server, sessions, calls, stored, new StreamEvents()));
    }

    private static final class NoTasks implements TaskHost {

        @Override
        public ObjectNode begin(Message.Request request, CallContext context) {
            throw new IllegalStateException("No tool of these begins a task");
        }

        @Override
        public Optional<ObjectNode> find(String id, Caller caller) {
            return Optional.empty();
        }
    }
}
