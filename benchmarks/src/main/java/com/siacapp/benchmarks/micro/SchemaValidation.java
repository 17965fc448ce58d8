package com.siacapp.benchmarks.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.tools.control.DeclaredTool;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The arguments of the largest schema there is, held against it. */
@State(Scope.Benchmark)
public class SchemaValidation {

    private static final String TOOL = "siac_validate_template";

    private final DeclaredTool tool =
            ProductTools.registry().find(TOOL, Role.AUTHOR).orElseThrow();
    private ObjectNode good = Json.object();
    private ObjectNode bad = Json.object();

    @Setup
    public void read() throws JsonProcessingException {
        good = (ObjectNode) Json.MAPPER.readTree("""
                {"template_name": "order_ready", "language_code": "en_US", "category": "UTILITY",
                 "body_text": "Hello {{1}}, your order is ready.", "examples": {"1": "Ana"},
                 "buttons": [{"type": "QUICK_REPLY", "text": "Thanks"}, {"type": "QUICK_REPLY", "text": "Later"}]}""");
        bad = good.deepCopy().put("unknown", "field");
        if (!goodArguments().isEmpty() || badArguments().isEmpty()) {
            throw new IllegalStateException("good: %s, bad: %s".formatted(goodArguments(), badArguments()));
        }
    }

    @Benchmark
    public List<String> goodArguments() {
        return tool.rulesBrokenBy(good, Locale.ENGLISH);
    }

    @Benchmark
    public List<String> badArguments() {
        return tool.rulesBrokenBy(bad, Locale.ENGLISH);
    }
}
