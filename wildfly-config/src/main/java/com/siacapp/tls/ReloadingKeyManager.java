package com.siacapp.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Presents the certificate that is in the files now. They are looked at with each handshake, which costs nothing beside it;
 * while they cannot be read, or do not belong together, the one before is good enough.
 */
final class ReloadingKeyManager extends X509ExtendedKeyManager {

    private static final Logger LOG = Logger.getLogger(ReloadingKeyManager.class.getName());

    private final Path certificate;
    private final Path key;

    private List<FileTime> seen = List.of();
    private int readings;
    private @Nullable Presented current;
    private @Nullable Presented previous;

    /** A handshake asks for chain and key one after the other, by this name, and gets both of one reading. */
    private record Presented(String alias, Credential credential) {}

    ReloadingKeyManager(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
    }

    private synchronized @Nullable Presented current() {
        try {
            var now = List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
            if (!now.equals(seen)) {
                seen = now;
                var read = new Presented(String.valueOf(++readings), Credential.read(certificate, key));
                previous = current;
                current = read;
                LOG.info(() -> "The certificate of " + certificate + " is presented from now on.");
            }
        } catch (IOException | GeneralSecurityException unusable) {
            LOG.log(Level.WARNING, "The files of SIAC_TLS_CERTIFICATE and SIAC_TLS_KEY are not used.", unusable);
        }
        return current;
    }

    private synchronized @Nullable Credential named(String alias) {
        return Stream.of(Optional.ofNullable(current), Optional.ofNullable(previous))
                .flatMap(Optional::stream)
                .filter(presented -> presented.alias().equals(alias))
                .map(Presented::credential)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return choose(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return choose(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        var alias = choose(keyType);
        return alias == null ? null : new String[] {alias};
    }

    private @Nullable String choose(String keyType) {
        var presented = current();
        return presented != null && presented.credential().key().getAlgorithm().equals(keyType)
                ? presented.alias()
                : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        var credential = named(alias);
        return credential == null ? null : credential.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        var credential = named(alias);
        return credential == null ? null : credential.key();
    }

    /** It is a server's. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
