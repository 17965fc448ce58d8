package com.siacapp.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A private key and the certificates that vouch for it, the server's own first. */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /**
     * Reads two PEM files.
     *
     * @throws GeneralSecurityException if they are not what they should be, or do not belong together; the message goes on
     *     after a file's name
     */
    public static Credential read(Path certificate, Path key) throws IOException, GeneralSecurityException {
        var chain = chain(certificate);
        var credential = new Credential(key(key, chain.get(0).getPublicKey().getAlgorithm()), chain);
        credential.requireMatch();
        return credential;
    }

    private static List<X509Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        try (var pem = Files.newInputStream(file)) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new GeneralSecurityException("SIAC_TLS_CERTIFICATE names a file without a certificate");
            }
            return chain;
        } catch (CertificateException damaged) {
            throw new GeneralSecurityException("SIAC_TLS_CERTIFICATE names a file with a damaged certificate", damaged);
        }
    }

    private static PrivateKey key(Path file, String algorithm) throws IOException, GeneralSecurityException {
        var pem = PKCS8.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new GeneralSecurityException("SIAC_TLS_KEY names a file without an unencrypted PKCS #8 key"
                    + " (\"BEGIN PRIVATE KEY\"; make one with: openssl pkcs8 -topk8 -nocrypt)");
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IllegalArgumentException | InvalidKeySpecException damaged) {
            throw new GeneralSecurityException(
                    "SIAC_TLS_KEY names a file with a damaged key, or one of another kind than SIAC_TLS_CERTIFICATE has",
                    damaged);
        }
    }

    /** Of a renewal, one file may be there before the other. */
    private void requireMatch() throws GeneralSecurityException {
        var algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var signature = Signature.getInstance(algorithm);
        var probe = new byte[] {1};
        signature.initSign(key);
        signature.update(probe);
        var signed = signature.sign();
        signature.initVerify(chain.get(0));
        signature.update(probe);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("SIAC_TLS_KEY is not the key of SIAC_TLS_CERTIFICATE");
        }
    }
}
