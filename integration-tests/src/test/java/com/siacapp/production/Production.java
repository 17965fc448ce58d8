package com.siacapp.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.connector.Story;
import com.siacapp.launcher.LauncherProcess;
import com.siacapp.launcher.LauncherProcess.Ended;
import com.siacapp.testkit.Authority;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Internet;
import com.siacapp.testkit.Link;
import com.siacapp.testkit.Site;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.TlsProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * An installation as enterprises have it: production mode on an empty database, two host names, and a proxy in front that
 * ends TLS. The same server also ends TLS itself, at another port, for those who have no proxy.
 */
public final class Production implements AutoCloseable {

    public static final Site SITE =
            new Site(URI.create("https://auth.siac.test"), URI.create("https://api.siac.test/mcp"));

    static final String FOUNDER = "olga@company.siac.test";

    private static final String[] NAMES = {"-ext", "san=dns:auth.siac.test,dns:api.siac.test"};

    private final Path folder;
    private final Authority authority;
    private final int https;
    private final Map<String, String> settings;
    private final LauncherProcess server;
    private final TlsProxy proxy;
    private final Internet internet;

    private Production(Path folder, String database, Map<String, String> more) throws IOException {
        this.folder = folder;
        authority = Authority.in(folder);
        https = TestServer.freePort();
        present(authority.certify(NAMES));
        settings = new HashMap<>(Map.of(
                "SIAC_ISSUER",
                SITE.issuer().toString(),
                "SIAC_RESOURCE",
                SITE.resource().toString(),
                "SIAC_ENCRYPTION_KEY",
                "t1LhSoJc0w4SFrR8PZk2n9yqvXbmG5uT3aEiQ7xdYHs=",
                "SIAC_DB_URL",
                database,
                "SIAC_DB_USER",
                Database.OWNER,
                "SIAC_DB_PASSWORD",
                "correct horse battery",
                "SIAC_TRUSTED_PROXIES",
                "127.0.0.1",
                "SIAC_TLS_CERTIFICATE",
                certificate().toString(),
                "SIAC_TLS_KEY",
                key().toString()));
        settings.putAll(more);
        server = LauncherProcess.serve(folder.resolve("data"), https, settings);
        server.await("SIAC Assistant is ready.");
        proxy = TlsProxy.before(server.address(), authority.certify(NAMES).context());
        internet = Internet.where(Map.of(
                "auth.siac.test:443", proxy.port(),
                "api.siac.test:443", proxy.port(),
                "auth.siac.test:8443", https));
    }

    static Production start(Path folder) {
        var production = on(Database.another(), folder, Map.of());
        production.found();
        return production;
    }

    /** The same installation again, with another database. */
    Production on(String database) {
        return on(database, Map.of());
    }

    /** The same with these settings besides. */
    Production on(String database, Map<String, String> more) {
        return on(database, folder.resolve(database.replaceFirst("^.*/([^?]+).*$", "$1")), more);
    }

    private static Production on(String database, Path folder, Map<String, String> more) {
        try {
            return new Production(Files.createDirectories(folder), database, more);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The operator's first steps: the link on command, and the form behind it. */
    private void found() {
        var printed = command("setup-link").output();
        var link = printed.substring(printed.indexOf(SITE.issuer() + "/link"))
                .split("\\s", 2)[0]
                .substring(SITE.issuer().toString().length());
        visited(() -> new Link(link).use(Map.of("company", "Café", "name", "Olga", "email", FOUNDER)));
    }

    /** A command of the launcher for this installation. */
    public Ended command(String... arguments) {
        return LauncherProcess.command(settings, arguments);
    }

    /** What a command said that did what it was to do. */
    String done(String... arguments) {
        var ended = command(arguments);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return ended.output();
    }

    /** The sentence that says why a command did nothing. */
    String refused(String... arguments) {
        return sentence(command(arguments));
    }

    static String sentence(Ended refused) {
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output().strip()).hasLineCount(1).endsWith(".");
        return refused.output().strip();
    }

    /** What the kit asks of the server meanwhile, it asks of this one: by name, through the proxy. */
    public <T> T visited(Supplier<T> requests) {
        return SITE.visitedBy(client(), requests);
    }

    /** Somebody out there, who trusts our authority. */
    HttpClient client() {
        return internet.client(authority.trusted());
    }

    /** What a script of Node needs to get here, and who signs in there. */
    public Map<String, String> world() {
        var world = new HashMap<>(Map.of(Story.EMAIL, FOUNDER, Story.PASSWORD, Link.GOOD_PASSWORD));
        world.put("HTTPS_PROXY", internet.proxy().toString());
        world.put("NO_PROXY", "127.0.0.1,localhost");
        world.put("NODE_USE_ENV_PROXY", "1");
        world.put("NODE_EXTRA_CA_CERTS", authorityFile().toString());
        world.put("SIAC_STORY_KEY", fingerprint(authority.certify(NAMES).publicKey()));
        return world;
    }

    private Path authorityFile() {
        try {
            return Files.writeString(folder.resolve("authority.pem"), authority.pem());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static String fingerprint(byte[] publicKey) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(publicKey));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Waits for what comes about by itself, and soon. */
    static void until(BooleanSupplier fact) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come about").isLessThan(end);
        }
    }

    /** Another certificate of the same names, in the files that the server was told of. */
    void renewCertificate(String validity) {
        present(authority.certify(NAMES[0], NAMES[1], "-validity", validity));
    }

    private void present(Authority.Certificate certificate) {
        certificate.write(certificate(), key());
    }

    Path certificate() {
        return folder.resolve("tls.crt");
    }

    private Path key() {
        return folder.resolve("tls.key");
    }

    public Authority authority() {
        return authority;
    }

    int https() {
        return https;
    }

    LauncherProcess server() {
        return server;
    }

    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() {
        internet.close();
        proxy.close();
        server.close();
    }
}
