package com.siacapp.benchmarks;

import com.siacapp.keys.control.SignatureProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Raw signatures and verifications, on one thread, by the provider that the server takes on this JDK. */
public final class Signatures {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(2);
    private static final int RSA_BITS = 2048;

    /** About what a token's header and claims have. */
    private static final byte[] MESSAGE = new byte[500];

    private static final String RESULT = "result ";
    private static final String PROVIDER = "provider";

    private final Optional<Provider> provider;

    private Signatures(Optional<Provider> provider) {
        this.provider = provider;
    }

    public static void main(String[] arguments) throws GeneralSecurityException {
        var signatures = new Signatures(SignatureProvider.choose());
        var name = signatures.provider.map(Provider::getName).orElse("the JDK's");
        System.out.println(RESULT + PROVIDER + "=" + name);
        var curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        signatures.measure("ES256", "SHA256withECDSA", curve.generateKeyPair());
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(RSA_BITS);
        signatures.measure("RS256", "SHA256withRSA", rsa.generateKeyPair());
    }

    static Speeds inAProcessOfItsOwn(Options options) throws InterruptedException {
        var command = new ArrayList<>(options.onMeasuredCore());
        command.addAll(options.javaCommand(Signatures.class.getName()));
        var said = new LinkedHashMap<String, String>();
        Child.run(command)
                .lines()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> line.substring(RESULT.length()).split("=", 2))
                .forEach(result -> said.put(result[0], result[1]));
        var provider = String.valueOf(said.remove(PROVIDER));
        var perSecond = new LinkedHashMap<String, Double>();
        said.forEach((name, value) -> perSecond.put(name, Double.parseDouble(value)));
        return new Speeds(provider, perSecond);
    }

    /**
     * How fast it is.
     *
     * @param perSecond by name, such as {@code ES256 signatures}
     */
    record Speeds(String provider, Map<String, Double> perSecond) {

        /** What one signature of an access token takes. */
        double signatureMillis() {
            return Duration.ofSeconds(1).toMillis() / perSecond.getOrDefault("ES256 signatures", Double.NaN);
        }
    }

    private void measure(String name, String algorithm, KeyPair keys) throws GeneralSecurityException {
        var signer = signature(algorithm);
        signer.initSign(keys.getPrivate());
        Step sign = () -> {
            signer.update(MESSAGE);
            return signer.sign();
        };
        var signed = sign.run();
        var verifier = signature(algorithm);
        verifier.initVerify(keys.getPublic());
        print(name + " signatures", sign);
        print(name + " verifications", () -> {
            verifier.update(MESSAGE);
            if (!verifier.verify(signed)) {
                throw new GeneralSecurityException("A good signature is refused");
            }
            return signed;
        });
    }

    private Signature signature(String algorithm) throws GeneralSecurityException {
        return provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
    }

    private static void print(String name, Step step) throws GeneralSecurityException {
        perSecond(step, WARM_UP);
        System.out.println(RESULT + name + "=" + perSecond(step, MEASURED));
    }

    private static double perSecond(Step step, Duration time) throws GeneralSecurityException {
        var began = System.nanoTime();
        var end = began + time.toNanos();
        var steps = 0L;
        while (System.nanoTime() < end) {
            if (step.run().length == 0) {
                throw new GeneralSecurityException("An empty signature");
            }
            steps++;
        }
        return steps * (double) Duration.ofSeconds(1).toNanos() / (System.nanoTime() - began);
    }

    @FunctionalInterface
    private interface Step {
        byte[] run() throws GeneralSecurityException;
    }
}
