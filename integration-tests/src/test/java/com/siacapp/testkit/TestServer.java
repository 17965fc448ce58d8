package com.siacapp.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The server under test: before any test, a real PostgreSQL and free ports, handed to Arquillian by system properties.
 * Arquillian starts the server itself, once.
 */
public class TestServer implements LauncherSessionListener {

    static final String PASSWORD = "a-password-of-the-tests";

    /** How many clients may register from one address in ten minutes. */
    public static final int REGISTRATIONS_PER_ADDRESS = 1000;

    /** How many codes of devices one person may enter in a quarter of an hour. */
    public static final int USER_CODES_PER_PERSON = 100;

    /** Where the MCP endpoint was before it moved, so to speak. */
    public static final String RESOURCE_ALIAS = "https://old.siac.test/mcp";

    private static final byte[] ENCRYPTION_KEY = new byte[32];

    private static EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("siac.server.home") == null) {
            return; // unit tests
        }
        try {
            // Arquillian's clean base folder lacks the one that the deployment scanner looks into.
            Files.createDirectories(Path.of(System.getProperty("siac.work"), "arquillian-server", "deployments"));
            postgres = EmbeddedPostgres.start();
            var http = freePort();
            var management = freePort();
            var address = "http://localhost:" + http;
            var properties = new LinkedHashMap<String, String>();
            properties.put("env.SIAC_DB_URL", postgres.getJdbcUrl("postgres", "postgres"));
            properties.put("env.SIAC_DB_USER", "postgres");
            properties.put("jboss.http.port", String.valueOf(http));
            properties.put("jboss.management.http.port", String.valueOf(management));
            properties.put("siac.log.text", "INFO");
            properties.put("siac.log.json", "OFF");
            properties.put("siac.log.file", "ALL");
            properties.put("SIAC_MODE", "development");
            properties.put("SIAC_ISSUER", address);
            properties.put("SIAC_RESOURCE", address + "/mcp");
            properties.put("SIAC_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(ENCRYPTION_KEY));
            properties.putAll(VendorHost.start(Path.of(System.getProperty("siac.work"), "vendors")));
            properties.putAll(SpanCollector.start());
            properties.put("SIAC_CLIENT_DOCUMENTS", pinnedDocuments().toString());
            for (var person : new String[] {"ADMIN", "AUTHOR", "VIEWER"}) {
                properties.put("SIAC_DEMO_" + person + "_PASSWORD", PASSWORD);
            }
            properties.put("SIAC_RESOURCE_ALIASES", RESOURCE_ALIAS);
            properties.put("SIAC_TRUSTED_PROXIES", "127.0.9.0/24");
            // All tests register from one address; those of the limit itself come from elsewhere.
            properties.put("SIAC_LIMIT_REGISTRATIONS_PER_ADDRESS", REGISTRATIONS_PER_ADDRESS + "/PT10M");
            properties.put("SIAC_LIMIT_USER_CODES_PER_PERSON", USER_CODES_PER_PERSON + "/PT15M");
            properties.put("SIAC_LIMIT_REGISTRATIONS_PER_NEIGHBOURHOOD", "1000000/PT10M");
            properties.put("SIAC_LIMIT_REGISTRATIONS", "1000000/PT10M");
            // Fewer than there are tools, with those of the tests.
            properties.put("SIAC_MCP_PAGE_SIZE", "50");
            // Most tests are one person, who never tires; those of the limits themselves set their own.
            properties.put("SIAC_MCP_REQUESTS_PER_USER", "1000000/PT1M");
            properties.put("SIAC_MCP_REQUESTS_AT_ONCE", "10000");
            properties.put("SIAC_MCP_CALLS_PER_TOOL", "1000000/PT1M");
            // Tests that move the clock ask for it when they need it.
            properties.put("SIAC_UNUSED_CLIENT_CHECK", "P1D");
            properties.put("SIAC_RETENTION_CHECK", "P1D");
            Secrets.seenIn(properties);
            System.setProperty("siac.address", address);
            System.setProperty("siac.management.port", String.valueOf(management));
            System.setProperty("siac.jvm.arguments", "-Xmx512m -XX:+UseSerialGC " + asArguments(properties));
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException stillRunning) {
                throw new UncheckedIOException(stillRunning);
            }
        }
    }

    /** Where tests find the vendors silent, the operator pinned a copy of one document. */
    private static Path pinnedDocuments() throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("siac.work"), "pinned-documents"));
        Files.writeString(folder.resolve("pinned.json"), OAuthClient.document(OAuthClient.PINNED, document -> {}));
        return folder;
    }

    /** The issuer. */
    public static URI address() {
        return Site.current().issuer();
    }

    /** The MCP endpoint. */
    public static URI resource() {
        return Site.current().resource();
    }

    static byte[] encryptionKey() {
        return ENCRYPTION_KEY.clone();
    }

    static String databaseUrl(String name) {
        return postgres.getJdbcUrl("postgres", name);
    }

    static DataSource database() {
        return postgres.getPostgresDatabase();
    }

    private static String asArguments(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining(" "));
    }

    /** A port of this machine that nobody listens on. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
