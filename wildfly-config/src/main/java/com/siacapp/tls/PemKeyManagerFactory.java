package com.siacapp.tls;

import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** Key managers for the files that the environment names; the server's key store is not asked. */
public final class PemKeyManagerFactory extends KeyManagerFactorySpi {

    @Override
    protected void engineInit(@Nullable KeyStore ignored, char @Nullable [] password) {}

    @Override
    protected void engineInit(ManagerFactoryParameters ignored) {}

    @Override
    protected KeyManager[] engineGetKeyManagers() {
        return new KeyManager[] {new ReloadingKeyManager(file("SIAC_TLS_CERTIFICATE"), file("SIAC_TLS_KEY"))};
    }

    private static Path file(String key) {
        return Path.of(System.getenv().getOrDefault(key, ""));
    }
}
