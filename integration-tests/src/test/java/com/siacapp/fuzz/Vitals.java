package com.siacapp.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/**
 * How the server is.
 *
 * @param heap bytes in use right after a collection
 */
record Vitals(long heap, int threads) {

    static Vitals of(ManagementClient server) {
        execute(server, Operations.createOperation("gc", bean("memory")));
        var heap = execute(server, Operations.createReadAttributeOperation(bean("memory"), "heap-memory-usage"));
        var threads = execute(server, Operations.createReadAttributeOperation(bean("threading"), "thread-count"));
        return new Vitals(heap.get("used").asLong(), threads.asInt());
    }

    private static ModelNode bean(String type) {
        return Operations.createAddress("core-service", "platform-mbean", "type", type);
    }

    private static ModelNode execute(ManagementClient server, ModelNode operation) {
        try {
            return Operations.readResult(server.getControllerClient().execute(operation));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
