package com.siacapp.doctor.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of an authority that nobody knows, made by the JDK's tool. */
record Certificate(KeyStore store) {

    private static final String AUTHORITY = "authority";
    private static final char[] PASSWORD = "a-password-of-the-tests".toCharArray();

    /** With these options beside, such as names and dates; the same in the same folder each time. */
    static Certificate in(Path folder, String... options) {
        var file = folder.resolve("certificate-" + List.of(options).hashCode() + ".p12");
        if (!Files.exists(file)) {
            keytool(file, AUTHORITY, "-ext", "bc:c");
            keytool(
                    file,
                    "proxy",
                    Stream.concat(Stream.of("-signer", AUTHORITY), Stream.of(options))
                            .toArray(String[]::new));
        }
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, PASSWORD);
            return new Certificate(store);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private static void keytool(Path file, String alias, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(options));
        try {
            var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(tool.getInputStream().readAllBytes(), UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError("keytool made no certificate: " + said);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static Certificate ofLocalhost(Path folder) {
        return in(folder, "-ext", "san=dns:localhost");
    }

    /** With this certificate for a server, and trusting its authority alone for a client. */
    SSLContext context() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(ofTheProxyAlone(), PASSWORD);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(AUTHORITY, store.getCertificate(AUTHORITY));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    /** The authority's key is no server's. */
    private KeyStore ofTheProxyAlone() throws IOException, GeneralSecurityException {
        var alone = KeyStore.getInstance("PKCS12");
        alone.load(null, null);
        alone.setKeyEntry("proxy", store.getKey("proxy", PASSWORD), PASSWORD, store.getCertificateChain("proxy"));
        return alone;
    }
}
