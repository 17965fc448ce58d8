package com.siacapp.tls;

import java.security.Provider;

/** Offers {@link PemKeyManagerFactory} to the server's TLS as the algorithm {@code PEM}. */
public final class PemProvider extends Provider {

    private static final long serialVersionUID = 1L;

    public PemProvider() {
        super("SiacPem", "1", "Certificates and keys in PEM files that are read again when they change");
        put("KeyManagerFactory.PEM", PemKeyManagerFactory.class.getName());
    }
}
