package com.siacapp.keys.control;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Who computes signatures: the Amazon Corretto Crypto Provider, ten to thirty times faster with ES256, where its native
 * library loads; else the JDK's own provider.
 */
public class SignatureProvider {

    private static final Logger LOG = Logger.getLogger(SignatureProvider.class);

    private SignatureProvider() {}

    /** The fast provider, or nothing for the JDK's default. Says at start which it is. */
    public static Optional<Provider> choose() {
        try {
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
            LOG.infof("Signatures by %s.", AmazonCorrettoCryptoProvider.INSTANCE.getName());
            return Optional.of(AmazonCorrettoCryptoProvider.INSTANCE);
        } catch (RuntimeException | LinkageError unavailable) {
            LOG.warnf(
                    "Signatures by the JDK's own provider, which is slower: the native library of Amazon Corretto Crypto"
                            + " Provider does not load on this platform (%s).",
                    unavailable.getMessage());
            return Optional.empty();
        }
    }
}
