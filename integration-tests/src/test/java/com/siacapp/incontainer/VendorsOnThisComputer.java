package com.siacapp.incontainer;

import com.siacapp.clients.control.Internet;
import com.siacapp.clients.control.PublicInternet;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Takes the place of the internet in the EAR under test: vendors' hosts are on this computer, whatever their port, and
 * every other name goes through the real check.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VendorsOnThisComputer implements Internet {

    @Override
    public List<InetSocketAddress> route(String host, int port) throws UnknownHostException {
        if (host.equals("silent.vendor.test")) {
            throw new UnknownHostException(host);
        }
        return host.endsWith(".vendor.test") || host.equals("chatgpt.com") || host.equals("claude.ai")
                ? List.of(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.getInteger("siac.test.vendors.port")))
                : new RealCheck().route(host, port);
    }

    @Override
    public SSLContext trust() {
        try (var stream = Files.newInputStream(Path.of(System.getProperty("siac.test.vendors.certificate")))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stream, "changeit".toCharArray());
            var certificates = KeyStore.getInstance("PKCS12");
            certificates.load(null, null);
            certificates.setCertificateEntry("vendor", store.getCertificate("vendor"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Names of attackers, who point theirs wherever they like. */
    @Vetoed
    private static final class RealCheck extends PublicInternet {

        @Override
        protected List<InetAddress> resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "loopback.attacker.test" -> addresses("127.0.0.1");
                case "metadata.attacker.test" -> addresses("169.254.169.254");
                case "mapped.attacker.test" -> addresses("::ffff:10.0.0.1");
                case "mixed.attacker.test" -> addresses("8.8.8.8", "127.0.0.1");
                default -> throw new UnknownHostException(host);
            };
        }

        private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
            var addresses = new ArrayList<InetAddress>();
            for (var literal : literals) {
                addresses.addAll(List.of(InetAddress.getAllByName(literal)));
            }
            return addresses;
        }
    }
}
