package com.siacapp.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that nobody knows, made by the JDK's tool. */
public record Authority(Path file) {

    private static final String AUTHORITY = "authority";
    private static final char[] PASSWORD = "a-password-of-the-tests".toCharArray();

    /** The same in the same folder each time. */
    public static Authority in(Path folder) {
        var file = folder.resolve("authority.p12");
        if (!Files.exists(file)) {
            keytool(file, AUTHORITY, "-ext", "bc:c");
        }
        return new Authority(file);
    }

    /** A certificate with these options, such as names and dates; the same for the same options each time. */
    public Certificate certify(String... options) {
        var alias = "server" + List.of(options).hashCode();
        if (!contains(alias)) {
            keytool(
                    file,
                    alias,
                    Stream.concat(Stream.of("-signer", AUTHORITY), Stream.of(options))
                            .toArray(String[]::new));
        }
        return new Certificate(this, alias);
    }

    /** Trusts this authority alone. */
    public SSLContext trusted() {
        return context(null);
    }

    /** What a JVM is told so that it trusts this authority alone. */
    public String asJavaOptions() {
        return "-Djavax.net.ssl.trustStore=" + file + " -Djavax.net.ssl.trustStorePassword=" + new String(PASSWORD);
    }

    /** The authority's own certificate, in PEM. */
    public String pem() {
        return Certificate.pem("CERTIFICATE", encoded(AUTHORITY));
    }

    private boolean contains(String alias) {
        try {
            return store().containsAlias(alias);
        } catch (GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private byte[] encoded(String alias) {
        try {
            return store().getCertificate(alias).getEncoded();
        } catch (GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private KeyStore store() {
        return store(file);
    }

    private static KeyStore store(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, PASSWORD);
            return store;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private SSLContext context(String alias) {
        try {
            var trusted = empty();
            trusted.setCertificateEntry(AUTHORITY, store().getCertificate(AUTHORITY));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            // The authority's key is no server's.
            var own = empty();
            if (alias != null) {
                own.setKeyEntry(alias, key(alias), PASSWORD, store().getCertificateChain(alias));
            }
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private Key key(String alias) throws GeneralSecurityException {
        return store().getKey(alias, PASSWORD);
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void keytool(Path file, String alias, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
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

    /** A certificate of the authority, and its key. */
    public record Certificate(Authority authority, String alias) {

        /** With this certificate for a server, and trusting its authority alone for a client. */
        public SSLContext context() {
            return authority.context(alias);
        }

        /** As an operator's tools write them. */
        public void write(Path certificate, Path key) {
            try {
                Files.writeString(certificate, chain());
                var secret = pem("PRIVATE KEY", authority.key(alias).getEncoded());
                secret.lines().filter(line -> !line.startsWith("-----")).forEach(Secrets::seen);
                Files.writeString(key, secret);
            } catch (IOException | GeneralSecurityException unusable) {
                throw new AssertionError(unusable);
            }
        }

        private String chain() throws GeneralSecurityException {
            return Arrays.stream(authority.store().getCertificateChain(alias))
                    .map(link -> {
                        try {
                            return pem("CERTIFICATE", link.getEncoded());
                        } catch (GeneralSecurityException unusable) {
                            throw new AssertionError(unusable);
                        }
                    })
                    .collect(Collectors.joining());
        }

        /** What its holder proves with it. */
        public byte[] publicKey() {
            try {
                return authority.store().getCertificate(alias).getPublicKey().getEncoded();
            } catch (GeneralSecurityException unusable) {
                throw new AssertionError(unusable);
            }
        }

        private static String pem(String kind, byte[] bytes) {
            return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                    .formatted(
                            kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), kind);
        }
    }
}
