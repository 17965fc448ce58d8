package com.siacapp.tools.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Json;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RulesTest {

    /** MCP 2026-07-28, server/tools, security: a schema makes nobody fetch. */
    @Test
    void what_a_schema_refers_to_is_never_fetched() throws IOException {
        var asked = new AtomicInteger();
        var host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        host.start();
        try {
            var address = "http://127.0.0.1:%d/schema.json"
                    .formatted(host.getAddress().getPort());
            var schema = Json.object().put("type", "object");
            schema.putObject("properties").putObject("x").put("$ref", address);
            assertThatThrownBy(() -> new Rules(schema).brokenBy(Json.object().put("x", 1), Locale.ENGLISH))
                    .isInstanceOf(BrokenDeclaration.class);
        } finally {
            host.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void nor_is_a_file() {
        var schema = Json.object().put("type", "object").put("$ref", "file:///etc/hostname");
        assertThatThrownBy(() -> new Rules(schema)).isInstanceOf(BrokenDeclaration.class);
    }
}
