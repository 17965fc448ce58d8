package com.siacapp.protocol.entity;

/** Keys of {@code _meta} (MCP 2026-07-28, basic, _meta). */
public final class MetaKey {
    public static final String META = "_meta";

    public static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
    public static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";
    public static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    public static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    /** On everything a subscription's stream carries, the id of the request that opened it. */
    public static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";

    /** The least important log messages a request wants; without it, it wants none. */
    public static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";

    /** Without a prefix in every version. */
    public static final String PROGRESS_TOKEN = "progressToken";

    /** The person's language, as ChatGPT sends it (OpenAI, plugins/reference). */
    public static final String OPENAI_LOCALE = "openai/locale";

    private MetaKey() {}
}
