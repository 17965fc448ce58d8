package com.siacapp.conformance;

import com.siacapp.testkit.NodeScript;
import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** The script {@code token-proxy.mjs}, for clients that cannot be given a token: it adds that of a service account. */
final class TokenProxy implements AutoCloseable {

    private final Process process;
    private final String port;

    private TokenProxy(Process process, String port) {
        this.process = process;
        this.port = port;
    }

    static TokenProxy of(ServiceAccount account) throws IOException {
        var builder = new ProcessBuilder("node", "token-proxy.mjs", "--to=" + TestServer.address())
                .directory(NodeScript.folder().toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().put("SIAC_PROXY_CLIENT", account.clientId());
        builder.environment().put("SIAC_PROXY_SECRET", account.secret());
        builder.environment().putAll(Secrets.forScripts());
        var process = builder.start();
        return new TokenProxy(process, process.inputReader().readLine());
    }

    /** The MCP endpoint, by way of the proxy. */
    String resource() {
        return "http://localhost:" + port + "/mcp";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
